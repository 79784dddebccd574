-- Reviews by customers who are logged in and bought what the desk sells (C-26). The tables of V37 were never written to:
-- a desk sells one product, and credits that were paid for prove that it was bought.
drop table review;
drop table product_purchase;

-- ------------------------------------------------------------------------------------------ who is logged in

-- The signed number of a session is mailed to the contact's own address, and to nobody else.
create table login_session (
  desk      text        not null,
  number    bigint      generated always as identity,
  contact   bigint      not null,
  opened_at timestamptz not null,
  until     timestamptz not null,
  ended_at  timestamptz,
  primary key (desk, number),
  foreign key (desk, contact) references contact,
  constraint an_hour_at_most check (until > opened_at and until <= opened_at + interval '1 hour')
);

create function keep_login_session() returns trigger language plpgsql as $$
begin
  if tg_op <> 'UPDATE' then
    raise exception '% on login_session is forbidden: who was logged in stays', tg_op using errcode = '42501';
  end if;
  if (new.desk, new.number, new.contact, new.opened_at, new.until)
       is distinct from (old.desk, old.number, old.contact, old.opened_at, old.until)
     or old.ended_at is not null then
    raise exception 'session % only ends, and once', old.number using errcode = '42501';
  end if;
  return new;
end $$;
create trigger kept before update or delete on login_session for each row execute function keep_login_session();
create trigger not_emptied before truncate on login_session for each statement execute function keep_login_session();
grant select, insert, update on login_session to parley_bot;

-- ------------------------------------------------------------------------------------------ who bought

-- Credits that were paid for; not those taken back whole for money, nor those whose payment was charged back.
create view ledger.bought_lot as
  select a.desk, w.customer_id, a.id as account_id, a.source_ref, g.posted as units, a.cost_minor, a.cost_currency,
         a.effective_at
    from ledger.account a
    join ledger.wallet w on w.desk = a.desk and w.id = a.wallet_id
    join ledger.entry g on g.desk = a.desk and g.account_id = a.id and g.account_version = 1
   where a.unit = 'CREDIT' and a.cost_minor > 0
         and not exists (select from ledger.charge_back c where c.desk = a.desk and c.account_id = a.id)
         and g.posted > (select coalesce(sum(n.units), 0) from ledger.credit_note n
                          where n.desk = a.desk and n.account_id = a.id);
grant select on ledger.bought_lot to parley_bot;

-- ------------------------------------------------------------------------------------------ reviews

-- One for each customer. Its history is in the table audit, as "review NUMBER".
create table review (
  desk       text        not null,
  number     bigint      generated always as identity,
  customer   bigint      not null,
  author     bigint      not null,
  session    bigint      not null,
  stars      integer     not null check (stars between 1 and 5),
  name       text        not null check (length(name) between 1 and 80 and name !~ '@'),
  text       text        not null check (length(text) between 1 and 5000),
  state      text        not null check (state in ('SHOWN', 'WITHDRAWN', 'HIDDEN')),
  reason     text        not null default '' check (length(reason) <= 1000),
  changes    integer     not null check (changes between 1 and 100),
  written_at timestamptz not null,
  changed_at timestamptz not null check (changed_at >= written_at),
  primary key (desk, number),
  constraint one_for_each_customer unique (desk, customer),
  foreign key (desk, customer) references customer,
  foreign key (desk, author) references contact,
  foreign key (desk, session) references login_session,
  constraint hidden_with_a_reason check ((state = 'HIDDEN') = (reason <> ''))
);
create index review_shown on review (desk, number desc) where state = 'SHOWN';

-- Trigger: whoever writes is logged in for the customer at that moment, and the customer bought the product.
create function guard_review() returns trigger language plpgsql as $$
begin
  if tg_op in ('DELETE', 'TRUNCATE') then
    raise exception '% on review is forbidden: reviews are hidden or taken back', tg_op using errcode = '42501';
  end if;
  if tg_op = 'UPDATE' then
    if (new.desk, new.number, new.customer, new.written_at)
         is distinct from (old.desk, old.number, old.customer, old.written_at) then
      raise exception 'review % stays its customer''s', old.number using errcode = '42501';
    end if;
    if (new.author, new.session, new.stars, new.name, new.text, new.changes)
         is not distinct from (old.author, old.session, old.stars, old.name, old.text, old.changes) then
      return new;
    end if;
  end if;
  if not exists (
       select from login_session s join contact c on c.desk = s.desk and c.number = s.contact
        where s.desk = new.desk and s.number = new.session and s.contact = new.author and c.customer = new.customer
              and new.changed_at >= s.opened_at and new.changed_at < s.until and s.ended_at is null) then
    raise exception 'whoever reviews is logged in for the customer' using errcode = '42501';
  end if;
  if not exists (select from ledger.bought_lot b where b.desk = new.desk and b.customer_id = new.customer) then
    raise exception 'only customers who bought this may review it' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger guarded before insert or update or delete on review for each row execute function guard_review();
create trigger not_emptied before truncate on review for each statement execute function guard_review();
grant select, insert, update on review to parley_bot;
