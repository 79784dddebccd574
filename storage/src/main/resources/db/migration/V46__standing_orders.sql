-- Agreements on automatic purchases. What somebody agreed to, in which words and when, never changes; only what became
-- of it does. Its history is in the table audit, as "standing order NUMBER".
create sequence standing_order_number;

create table standing_order (
  desk            text        not null,
  number          bigint      not null check (number > 0),
  customer        bigint      not null,
  below           bigint      not null check (below between 1 and 1000000),
  units           bigint      not null check (units between 1 and 1000000),
  price_minor     bigint      not null check (price_minor > 0),
  currency        text        not null check (currency ~ '^[A-Z]{3}$'),
  per_day         smallint    not null check (per_day between 1 and 100),
  per_month       smallint    not null check (per_month between 1 and 100),
  contact         bigint      not null,
  address         text        not null check (address ~ '\S' and length(address) <= 500),
  words           text        not null check (words ~ '\S' and length(words) <= 2000),
  agreed_at       timestamptz not null,
  ticket          bigint      not null check (ticket > 0),
  state           text        not null check (state in ('ASKED', 'ON', 'PAUSED', 'OFF')),
  why             text        not null check (length(why) <= 1000),
  since           timestamptz,
  saved_customer  text        check (length(saved_customer) between 1 and 200),
  saved_method    text        check (length(saved_method) between 1 and 200),
  look_at         timestamptz not null default '-infinity',
  leased_until    timestamptz not null default '-infinity',
  primary key (desk, number),
  foreign key (desk, customer) references customer,
  foreign key (desk, contact) references contact,
  constraint live_is_whole check ((state in ('ON', 'PAUSED')) = (saved_customer is not null)
    and (saved_customer is null) = (saved_method is null)),
  constraint ended_with_a_reason check ((state in ('PAUSED', 'OFF')) = (why <> '')),
  constraint since_when check ((state = 'ASKED') = (since is null))
) with (fillfactor = 70);
create index standing_order_of_customer on standing_order (desk, customer, number desc);
create unique index one_live_standing_order on standing_order (desk, customer) where state in ('ON', 'PAUSED');
create index standing_order_due on standing_order (look_at) where state = 'ON';

create function keep_standing_order() returns trigger language plpgsql as $$
begin
  if tg_op <> 'UPDATE' then
    raise exception '% on standing_order is forbidden: agreements stay', tg_op using errcode = '42501';
  end if;
  if (new.desk, new.number, new.customer, new.below, new.units, new.price_minor, new.currency, new.per_day,
      new.per_month, new.contact, new.address, new.words, new.agreed_at, new.ticket)
     is distinct from (old.desk, old.number, old.customer, old.below, old.units, old.price_minor, old.currency,
      old.per_day, old.per_month, old.contact, old.address, old.words, old.agreed_at, old.ticket) then
    raise exception 'standing order % was agreed and does not change', old.number using errcode = '42501';
  end if;
  if (old.state, new.state) not in (('ASKED', 'ASKED'), ('ASKED', 'ON'), ('ASKED', 'OFF'), ('ON', 'ON'),
      ('ON', 'PAUSED'), ('ON', 'OFF'), ('PAUSED', 'PAUSED'), ('PAUSED', 'OFF'), ('OFF', 'OFF'))
     or old.state = new.state and (new.why, new.since, new.saved_customer, new.saved_method)
        is distinct from (old.why, old.since, old.saved_customer, old.saved_method) then
    raise exception 'standing order % is %, not to become %', old.number, old.state, new.state using errcode = '42501';
  end if;
  return new;
end $$;
create trigger kept before update or delete on standing_order for each row execute function keep_standing_order();
create trigger not_emptied before truncate on standing_order for each statement execute function keep_standing_order();

grant select, insert, update on standing_order to parley_bot;
grant usage on sequence standing_order_number to parley_bot;

-- An automatic order is paid as somebody agreed to.
create view ledger.i46_automatic_without_agreement as
  select p.desk, format('order %s', p.number) as subject
    from public.purchase p
   where p.automatic > 0
     and not exists (select from public.standing_order s
                      where s.desk = p.desk and s.customer = p.customer and s.state <> 'ASKED'
                        and (s.units, s.price_minor, s.currency) = (p.units, p.price_minor, p.currency)
                        and s.agreed_at <= p.ordered_at);
comment on view ledger.i46_automatic_without_agreement is 'an automatic purchase that nobody agreed to';
grant select on ledger.i46_automatic_without_agreement to parley_bot, parley_billing;
