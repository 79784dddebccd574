-- What a ticket is paid with, and the sites of a customer, whose points are their own (P-14).
create sequence site_number;

create table site (
  desk     text        not null,
  number   bigint      not null default nextval('site_number'),
  customer bigint      not null,
  name     text        not null check (length(name) between 1 and 200),
  since    timestamptz not null,
  primary key (desk, number),
  unique (desk, customer, number),              -- target of the keys that say whose site it is
  foreign key (desk, customer) references customer
);
create unique index site_by_name on site (desk, customer, lower(name));

alter table ledger.wallet add constraint points_of_own_site
  foreign key (desk, customer_id, site_id) references public.site (desk, customer, number);

alter table ticket add column unit text, add column site bigint;
update ticket t set unit = d.unit from desk d where d.desk = t.desk;
alter table ticket
  alter column unit set not null,
  add constraint priced_in_a_unit foreign key (desk, unit) references ledger.unit,
  add constraint paid_by_own_site foreign key (desk, customer, site) references site (desk, customer, number),
  add constraint site_for_points check (site is null or unit = 'POINT');

-- Minutes of work on demand are billed by themselves (H-05).
create or replace function ledger.register_desk(p_desk text, p_now timestamptz) returns void
language plpgsql security definer set search_path = ledger, pg_temp as $$
begin
  insert into desk (desk, registered_at) values (p_desk, p_now) on conflict do nothing;
  if found then
    perform register_unit(p_desk, code, scale)
      from (values ('CREDIT', 0), ('POINT', 0), ('MINUTE', 0), ('DEMAND', 0), ('USD', 2), ('EUR', 2)) u (code, scale);
  end if;
end $$;
select ledger.register_unit(desk, 'DEMAND', 0) from ledger.desk;

-- The wallet's funds, under its lock; the wallet is opened when there is none. Minutes may go over (H-10).
drop function ledger.lock_funds(text, bigint, text, timestamptz);
create function ledger.lock_funds(p_desk text, p_customer bigint, p_unit text, p_site bigint, p_now timestamptz,
                                  out wallet bigint, out balance bigint, out reserved bigint, out blocked boolean)
language plpgsql security definer set search_path = ledger, pg_temp as $$
begin
  if p_site is null then
    select w.id into wallet from wallet w
     where w.desk = p_desk and w.customer_id = p_customer and w.unit = p_unit and w.site_id is null
       for no key update;
  else
    select w.id into wallet from wallet w
     where w.desk = p_desk and w.customer_id = p_customer and w.unit = p_unit and w.site_id = p_site
       for no key update;
  end if;
  if wallet is null then
    wallet := open_wallet(p_desk, p_customer, p_unit, p_now, p_site, p_unit = 'MINUTE');
    perform lock_wallet(p_desk, wallet);
  end if;
  select b.balance, b.reserved, b.blocked into balance, reserved, blocked
    from ledger.balance(p_desk, wallet, p_now) b;
end $$;
revoke all on function ledger.lock_funds from public;
grant execute on function ledger.lock_funds to parley_bot, parley_billing;

grant select, insert on site to parley_bot;
grant usage on sequence site_number to parley_bot;
