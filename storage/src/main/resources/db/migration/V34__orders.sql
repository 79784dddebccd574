-- Orders of packages. What an order is worth and who ordered it never changes; only its state, and the payment page
-- that was opened last, do. Its history is in the table audit, as "order NUMBER". The credits it brings are the lot
-- "order:NUMBER" of the ledger.
create sequence order_number;

create table purchase (
  desk             text        not null,
  number           bigint      not null check (number > 0),
  customer         bigint      not null,
  units            bigint      not null check (units between 1 and 1000000),
  price_minor      bigint      not null check (price_minor > 0),
  currency         text        not null check (currency ~ '^[A-Z]{3}$'),
  ordered_at       timestamptz not null,
  key              text        not null check (length(key) between 1 and 200),
  how              text        not null check (how in ('INVOICE', 'CHECKOUT', 'SAVED')),
  pay_by           timestamptz not null,
  ticket           bigint      not null check (ticket >= 0),       -- 0: for none
  automatic        integer     not null check (automatic >= 0),    -- 0: a person ordered
  state            text        not null check (state in ('OPEN', 'PAID', 'CANCELLED', 'CHARGED_BACK')),
  paid_how         text        check (paid_how in ('INVOICE', 'CHECKOUT', 'SAVED')),
  payment          text        check (length(payment) between 1 and 200),
  paid_at          timestamptz,
  refunded         bigint      not null default 0,
  ended_at         timestamptz,                                    -- cancelled, charged back
  checkout_nth     integer     check (checkout_nth > 0),
  checkout_session text,
  checkout_url     text,
  checkout_until   timestamptz,
  primary key (desk, number),
  unique (desk, key),                                              -- ordered once
  foreign key (desk, customer) references customer,
  constraint paid_is_whole check ((state in ('PAID', 'CHARGED_BACK'))
    = (payment is not null and paid_how is not null and paid_at is not null)),
  constraint unpaid_is_whole check (state in ('PAID', 'CHARGED_BACK')
    or (payment is null and paid_how is null and paid_at is null and refunded = 0)),
  constraint refunded_is_a_part check (refunded between 0 and units),
  constraint ended_is_whole check ((state in ('CANCELLED', 'CHARGED_BACK')) = (ended_at is not null)),
  constraint checkout_is_whole check (num_nulls(checkout_nth, checkout_session, checkout_url, checkout_until) in (0, 4))
) with (fillfactor = 70);
create index purchase_of_customer on purchase (desk, customer, number desc);
create index purchase_open on purchase (desk, number desc) where state = 'OPEN';
-- What the provider took once pays one order; a bank transfer may pay several.
create unique index one_order_for_a_payment on purchase (desk, payment) where paid_how <> 'INVOICE';
create unique index one_automatic_order on purchase (desk, customer, automatic) where automatic > 0;

-- What was agreed stays, and what was paid stays paid.
create function keep_purchase() returns trigger language plpgsql as $$
begin
  if tg_op <> 'UPDATE' then
    raise exception '% on purchase is forbidden: orders stay', tg_op using errcode = '42501';
  end if;
  if (new.desk, new.number, new.customer, new.units, new.price_minor, new.currency, new.ordered_at, new.key, new.how,
      new.pay_by, new.ticket, new.automatic)
     is distinct from (old.desk, old.number, old.customer, old.units, old.price_minor, old.currency, old.ordered_at,
      old.key, old.how, old.pay_by, old.ticket, old.automatic) then
    raise exception 'order % was agreed and does not change', old.number using errcode = '42501';
  end if;
  if (old.state, new.state) not in (('OPEN', 'OPEN'), ('OPEN', 'PAID'), ('OPEN', 'CANCELLED'), ('PAID', 'PAID'),
      ('PAID', 'CHARGED_BACK'), ('CANCELLED', 'CANCELLED'), ('CHARGED_BACK', 'CHARGED_BACK'))
     or (old.payment, old.paid_how, old.paid_at) is distinct from (new.payment, new.paid_how, new.paid_at)
        and old.state <> 'OPEN'
     or new.refunded < old.refunded then
    raise exception 'order % is %, not to become %', old.number, old.state, new.state using errcode = '42501';
  end if;
  return new;
end $$;
create trigger kept before update or delete on purchase for each row execute function keep_purchase();
create trigger not_emptied before truncate on purchase for each statement execute function keep_purchase();

grant select, insert, update on purchase to parley_bot;
grant usage on sequence order_number to parley_bot;

-- ------------------------------------------------------------------------------------------ invariants

create view ledger.i34_order_and_lot as
  select coalesce(p.desk, a.desk) as desk, format('order %s', coalesce(p.number::text, a.source_ref)) as subject
    from public.purchase p
    full join (select l.*, g.posted as granted, w.customer_id
                 from ledger.account l
                 join ledger.entry g on g.desk = l.desk and g.account_id = l.id and g.account_version = 1
                 join ledger.wallet w on w.desk = l.desk and w.id = l.wallet_id
                where l.source_ref ~ '^order:\d+$') a
      on a.desk = p.desk and a.source_ref = 'order:' || p.number
   where (p.state in ('PAID', 'CHARGED_BACK')) is distinct from (a.id is not null)
      or (a.granted, a.customer_id, a.cost_minor, a.cost_currency)
         is distinct from (p.units, p.customer, p.price_minor, p.currency) and a.id is not null;
comment on view ledger.i34_order_and_lot is 'a paid order without its lot, or a lot of an order that differs from it';

create view ledger.i35_order_and_credit_note as
  select p.desk, format('order %s', p.number) as subject
    from public.purchase p
    left join ledger.account a on a.desk = p.desk and a.source_ref = 'order:' || p.number
   where p.refunded <> (select coalesce(sum(n.units), 0) from ledger.credit_note n
                         where n.desk = p.desk and n.account_id = a.id)
      or (p.state = 'CHARGED_BACK') <> exists (select from ledger.charge_back c
                                                where c.desk = p.desk and c.account_id = a.id);
comment on view ledger.i35_order_and_credit_note is 'an order and its lot disagree on what was refunded or charged back';

-- ------------------------------------------------------------------------------------------ notices

-- What staff should look at may be about an order (a contract, …) rather than a ticket: each of them is a notice.
alter table notice add column about text not null default '' check (length(about) <= 200);
drop index notice_unseen;
create unique index notice_unseen on notice (desk, ticket, about, what) where seen_at is null;
