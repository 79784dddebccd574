-- Work on demand is billed once: by the invoice of a contract's cycle, or by a monthly one where no contract bills it
-- (H-05). What is written here stays.

-- Which time of a customer's work on demand stands on which invoice.
create table demand_billed (
  desk     text        not null,
  customer bigint      not null,
  starts   timestamptz not null,
  ends     timestamptz not null check (ends > starts),
  invoice  text        not null check (length(invoice) between 1 and 100),
  primary key (desk, customer, starts),
  foreign key (desk, customer) references customer
);

-- Trigger: no time is billed twice. Whoever writes holds the lock on the wallet of the customer's minutes.
create function bill_once() returns trigger language plpgsql as $$
declare v_other text;
begin
  select b.invoice into v_other from demand_billed b
   where b.desk = new.desk and b.customer = new.customer and b.starts < new.ends and b.ends > new.starts limit 1;
  if found then
    raise exception 'work on demand of customer % from % to % is on invoice % already', new.customer, new.starts,
      new.ends, v_other using errcode = '23505';
  end if;
  return new;
end $$;
revoke execute on function bill_once from public;
create trigger billed_once before insert on demand_billed for each row execute function bill_once();

-- One invoice a customer and month; its lines add up to its total.
create table demand_invoice (
  desk     text        not null,
  customer bigint      not null,
  month    date        not null check (extract(day from month) = 1),
  number   text        not null,
  currency text        not null check (currency ~ '^[A-Z]{3}$'),
  total    bigint      not null,
  made_at  timestamptz not null,
  primary key (desk, customer, month),
  constraint a_number_is_one_invoice unique (desk, number),
  foreign key (desk, customer) references customer
);
create table demand_invoice_line (
  desk     text     not null,
  customer bigint   not null,
  month    date     not null,
  nth      smallint not null check (nth >= 0),
  minutes  bigint   not null check (minutes >= 0),
  amount   bigint   not null,                              -- below 0 where more was given back than charged
  primary key (desk, customer, month, nth),
  foreign key (desk, customer, month) references demand_invoice
);
create function whole_demand_invoice() returns trigger language plpgsql as $$
begin
  if new.total is distinct from (select sum(amount) from demand_invoice_line l
       where l.desk = new.desk and l.customer = new.customer and l.month = new.month) then
    raise exception 'invoice % is not the sum of its lines', new.number using errcode = '23514';
  end if;
  return null;
end $$;
revoke execute on function whole_demand_invoice from public;
create constraint trigger whole after insert on demand_invoice deferrable initially deferred
  for each row execute function whole_demand_invoice();

do $$
declare t text;
begin
  foreach t in array array['demand_billed', 'demand_invoice', 'demand_invoice_line'] loop
    execute format('create trigger append_only before update or delete or truncate on %I
                    for each statement execute function refuse_rewrite()', t);
    execute format('grant select, insert on %I to parley_bot', t);
  end loop;
end $$;
