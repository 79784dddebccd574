-- The price list: what a quote may cost, by the desk policy's price rules. Only billing writes it.
-- A desk without a price list for a unit may quote any amount.

create table ledger.price (
  desk         text        not null,
  id           bigint      generated always as identity,
  unit         text        not null,
  category_key text        not null check (length(category_key) between 1 and 100),
  amount_min   bigint      not null check (amount_min > 0),
  amount_max   bigint,                                        -- null: no upper limit
  actor        text        not null check (length(actor) between 1 and 200),
  effective_at timestamptz not null,
  created_at   timestamptz not null default clock_timestamp(),
  primary key (desk, id),
  foreign key (desk, unit) references ledger.unit,
  check (amount_max >= amount_min)
);
create index price_in_force on ledger.price (desk, unit, category_key, effective_at desc, id desc);
create trigger append_only before update or delete on ledger.price
  for each row execute function ledger.refuse_change();
create trigger no_truncate before truncate on ledger.price
  for each statement execute function ledger.refuse_change();

-- The price that was in force when the quote was offered; null where the desk had no list.
alter table ledger.quote
  add column price_id bigint,
  add constraint priced_by foreign key (desk, price_id) references ledger.price;

-- From p_now on; a quote that was offered before is honoured as it is. Setting the price in force again adds nothing.
create function ledger.set_price(p_desk text, p_unit text, p_category_key text, p_min bigint, p_max bigint,
                                 p_actor text, p_now timestamptz) returns void
language plpgsql security definer set search_path = ledger, pg_temp as $$
declare v_now price;
begin
  perform from desk where desk = p_desk for no key update;
  select * into v_now from price
   where desk = p_desk and unit = p_unit and category_key = p_category_key and effective_at <= p_now
   order by effective_at desc, id desc limit 1;
  if v_now.amount_min is distinct from p_min or v_now.amount_max is distinct from p_max then
    insert into price (desk, unit, category_key, amount_min, amount_max, actor, effective_at)
      values (p_desk, p_unit, p_category_key, p_min, p_max, p_actor, p_now);
  end if;
end $$;

create function ledger.check_price() returns trigger language plpgsql as $$
declare p ledger.price;
begin
  select * into p from ledger.price
   where desk = new.desk and unit = new.unit and category_key = new.category_key and effective_at <= new.offered_at
   order by effective_at desc, id desc limit 1;
  new.price_id := p.id;
  if new.amount < p.amount_min or new.amount > p.amount_max
     or (p.id is null and exists (select from ledger.price where desk = new.desk and unit = new.unit
                                     and effective_at <= new.offered_at)) then
    raise exception '% % for % is not in the price list', new.amount, new.unit, new.category_key
      using errcode = 'LG013', detail = new.category_key;
  end if;
  return new;
end $$;
create trigger in_price_list before insert on ledger.quote for each row execute function ledger.check_price();

create view ledger.i22_not_in_price_list as
  select q.desk, format('quote %s of ticket %s', q.id, q.ticket) as subject
    from ledger.quote q join ledger.price p on p.desk = q.desk and p.id = q.price_id
   where (q.unit, q.category_key) <> (p.unit, p.category_key) or q.amount < p.amount_min or q.amount > p.amount_max;
comment on view ledger.i22_not_in_price_list is 'a quote that differs from the price it was offered at';

grant select on ledger.price, ledger.i22_not_in_price_list to parley_bot, parley_billing;
revoke execute on function ledger.set_price, ledger.check_price from public;
grant execute on function ledger.set_price to parley_billing;
