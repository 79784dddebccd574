-- Wishes for the product and what became of them, reviews by those who bought it, and who may not write prices.

alter table staff drop constraint staff_roles_check;
alter table staff add constraint staff_roles_check check (roles <@ array['AGENT', 'DISPUTE_APPROVER', 'BILLING',
  'PRODUCT'] and roles <> '{}');

-- ------------------------------------------------------------------------------------------ wishes

-- What became of a wish; the last row says how it stands. Nothing here is ever a date that lies ahead (P-08).
create table feature_step (
  desk       text        not null,
  id         bigint      generated always as identity,
  ticket     bigint      not null,
  status     text        not null check (status in ('RECEIVED', 'UNDER_REVIEW', 'PLANNED', 'NOT_PLANNED', 'DELIVERED',
    'WITHDRAWN')),
  reason     text        not null check (length(reason) <= 1000),
  actor_kind text        not null check (actor_kind in ('STAFF', 'CUSTOMER', 'DESK')),
  actor      text        not null check (length(actor) <= 500 and (actor = '') = (actor_kind = 'DESK')),
  at         timestamptz not null,
  primary key (desk, id),
  foreign key (desk, ticket) references ticket,
  constraint told_with_a_reason check (reason <> '' or status in ('RECEIVED', 'WITHDRAWN'))
);
create index feature_step_of_ticket on feature_step (desk, ticket, id desc);
create trigger append_only before update or delete or truncate on feature_step
  for each statement execute function refuse_rewrite();
grant select, insert on feature_step to parley_bot;

insert into feature_step (desk, ticket, status, reason, actor_kind, actor, at)
  select desk, number, 'RECEIVED', '', 'DESK', '', coalesce(first_response_at, created_at) from ticket
   where type = 'FEATURE' and state not in ('MERGED', 'CLOSED_UNPAID') order by number;

create view ledger.i40_wish_not_reviewed as
  select t.desk, format('ticket %s', t.number) as subject
    from public.ticket t
    left join lateral (select s.status from public.feature_step s
                        where s.desk = t.desk and s.ticket = t.number order by s.id desc limit 1) s on true
   where t.type = 'FEATURE' and t.state not in ('MERGED', 'CLOSED_UNPAID')
         and coalesce(s.status, 'WITHDRAWN') = 'WITHDRAWN'
      or (t.type <> 'FEATURE' or t.state in ('MERGED', 'CLOSED_UNPAID')) and s.status <> 'WITHDRAWN';
comment on view ledger.i40_wish_not_reviewed is 'a wish the product team does not see, or sees though it is none';
grant select on ledger.i40_wish_not_reviewed to parley_bot, parley_billing;

-- ------------------------------------------------------------------------------------------ reviews

-- What a customer bought of the vendor. Given back in full it does not count any more.
create table product_purchase (
  desk        text        not null,
  reference   text        not null check (length(reference) between 1 and 200),
  customer    bigint      not null,
  product     text        not null check (product ~ '^[a-z0-9][a-z0-9._-]{0,63}$'),
  bought_at   timestamptz not null,
  returned_at timestamptz check (returned_at >= bought_at),
  primary key (desk, reference),
  foreign key (desk, customer) references customer
);
create index product_purchase_of_customer on product_purchase (desk, customer, product) where returned_at is null;

create table review (
  desk       text        not null,
  product    text        not null check (product ~ '^[a-z0-9][a-z0-9._-]{0,63}$'),
  customer   bigint      not null,
  author     bigint      not null,
  text       text        not null check (length(text) between 1 and 5000),
  status     text        not null check (status in ('SHOWN', 'WITHDRAWN', 'HIDDEN')),
  reason     text        not null check (length(reason) <= 1000),
  written_at timestamptz not null,
  changed_at timestamptz not null check (changed_at >= written_at),
  primary key (desk, product, customer),
  foreign key (desk, customer) references customer,
  foreign key (desk, author) references contact,
  constraint hidden_with_a_reason check ((status = 'HIDDEN') = (reason <> ''))
);
grant select, insert, update on product_purchase, review to parley_bot;

-- ------------------------------------------------------------------------------------------ prices

-- Trigger: only_by(COLUMN, ROLE…) refuses a row whose COLUMN names a person of the desk, as staff:LOGIN, who has none
-- of the roles now. What the desk itself writes carries no such name.
create function only_by() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  v_row jsonb := to_jsonb(new);
  v_who text := v_row ->> tg_argv[0];
begin
  if v_who like 'staff:%' and not exists (
       select from staff s
        where s.desk = v_row ->> 'desk' and s.login = substr(v_who, 7) and s.active and s.roles && tg_argv[1:]) then
    raise exception '% may not write %: that needs the role %', v_who, tg_table_name,
      lower(array_to_string(tg_argv[1:], ' or ')) using errcode = '42501';
  end if;
  return new;
end $$;
revoke execute on function only_by from public;

create trigger only_by_billing before insert on ledger.price
  for each row execute function only_by('actor', 'BILLING');
create trigger only_by_billing before insert on ledger.wallet_block
  for each row execute function only_by('actor', 'BILLING');
create trigger only_by_billing before insert on ledger.journal
  for each row when (new.kind in ('GRANT', 'CHARGE_BACK', 'REFUND_MONEY'))
  execute function only_by('actor', 'BILLING');

-- Who may write prices may not be said by those who may not.
revoke insert, update on staff from parley_bot;
grant select, insert, update on staff to parley_billing;
