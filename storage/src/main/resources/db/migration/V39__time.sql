-- Time that was worked, what it used of packages, and the invoices of their cycles. What is written here stays.

-- One running stopwatch a person.
create table timer (
  desk       text        not null,
  login      text        not null,
  ticket     bigint      not null,
  kind       text        not null check (kind in ('MONITORING', 'SECURITY_UPDATES', 'TROUBLESHOOTING', 'DESIGN_CHANGES',
    'DEVELOPMENT', 'PROJECT_MANAGEMENT', 'QUALITY_ASSURANCE', 'TRAINING')),
  started_at timestamptz not null,
  primary key (desk, login),
  foreign key (desk, ticket) references ticket
);
grant select, insert, delete on timer to parley_bot;

create table time_entry (
  desk       text        not null,
  id         bigint      generated always as identity,
  ticket     bigint      not null,
  login      text        not null check (length(login) between 1 and 64),
  kind       text        not null check (kind in ('MONITORING', 'SECURITY_UPDATES', 'TROUBLESHOOTING', 'DESIGN_CHANGES',
    'DEVELOPMENT', 'PROJECT_MANAGEMENT', 'QUALITY_ASSURANCE', 'TRAINING')),
  started_at timestamptz not null check (date_trunc('minute', started_at) = started_at),
  minutes    integer     not null check (minutes between 1 and 1440),
  entered_by text        not null check (length(entered_by) between 1 and 500),
  entered_at timestamptz not null,
  primary key (desk, id),
  unique (desk, login, ticket, started_at),         -- a request sent twice is one entry
  foreign key (desk, ticket) references ticket
);
create index time_of_ticket on time_entry (desk, ticket, id);

-- An entry cut where cycles end (H-14), with what pays for each piece (H-11). Without a contract it is on demand (H-05).
create table time_piece (
  desk       text        not null,
  entry      bigint      not null,
  nth        smallint    not null check (nth >= 0),
  started_at timestamptz not null,
  minutes    integer     not null check (minutes > 0),
  contract   text,
  month      date        check (extract(day from month) = 1),
  in_package integer     not null check (in_package >= 0),
  over       integer     not null check (over >= 0),
  open       integer     not null check (open >= 0),
  adjustment boolean     not null,                  -- worked in a cycle that was invoiced before it was entered
  primary key (desk, entry, nth),
  foreign key (desk, entry) references time_entry,
  foreign key (desk, contract) references contract,
  constraint all_is_paid_for check (in_package + over + open = minutes),
  constraint month_of_a_contract check ((contract is null) = (month is null)),
  constraint on_demand_is_open check (contract is not null or open = minutes)
);
create index pieces_of_cycle on time_piece (desk, contract, month) where contract is not null;

-- The customer's yes to minutes over, where the contract asks first (H-12).
create table overage_yes (
  desk     text        not null,
  id       bigint      generated always as identity,
  contract text        not null,
  month    date        not null check (extract(day from month) = 1),
  minutes  bigint      not null check (minutes > 0),
  said_by  text        not null check (said_by ~ '\S' and length(said_by) <= 500),
  message  text        not null check (message ~ '\S' and length(message) <= 1000),
  said_at  timestamptz not null,
  primary key (desk, id),
  unique (desk, contract, message),
  foreign key (desk, contract) references contract
);

-- What a customer was told, once (H-12).
create table hours_notice (
  desk     text        not null references desk,
  key      text        not null check (length(key) between 1 and 200),
  contract text        not null,
  kind     text        not null,
  told_at  timestamptz not null,
  primary key (desk, key),
  foreign key (desk, contract) references contract
);

-- One invoice a cycle; its lines add up to its total.
create table hours_invoice (
  desk     text        not null,
  contract text        not null,
  month    date        not null check (extract(day from month) = 1),
  number   text        not null,
  currency text        not null check (currency ~ '^[A-Z]{3}$'),
  total    bigint      not null,
  made_at  timestamptz not null,
  primary key (desk, contract, month),
  unique (desk, number),
  foreign key (desk, contract) references contract
);
create table hours_invoice_line (
  desk     text     not null,
  contract text     not null,
  month    date     not null,
  nth      smallint not null check (nth >= 0),
  kind     text     not null check (kind in ('PACKAGE', 'DISCOUNT', 'OVERAGE', 'ON_DEMAND')),
  minutes  bigint   not null check (minutes >= 0),
  amount   bigint   not null check ((amount < 0) <= (kind = 'DISCOUNT')),
  primary key (desk, contract, month, nth),
  foreign key (desk, contract, month) references hours_invoice
);
create function whole_invoice() returns trigger language plpgsql as $$
begin
  if new.total is distinct from (select sum(amount) from hours_invoice_line l
       where l.desk = new.desk and l.contract = new.contract and l.month = new.month) then
    raise exception 'invoice % is not the sum of its lines', new.number using errcode = '23514';
  end if;
  return null;
end $$;
create constraint trigger whole after insert on hours_invoice deferrable initially deferred
  for each row execute function whole_invoice();
revoke execute on function whole_invoice from public;

do $$
declare t text;
begin
  foreach t in array array['time_entry', 'time_piece', 'overage_yes', 'hours_notice', 'hours_invoice',
                           'hours_invoice_line'] loop
    execute format('create trigger append_only before update or delete or truncate on %I
                    for each statement execute function refuse_rewrite()', t);
    execute format('grant select, insert on %I to parley_bot', t);
  end loop;
end $$;

-- When the clock of a contract is to be looked at next: a cycle begins, or is to be invoiced. A claim leases it.
create table contract_clock (
  desk         text        not null,
  number       text        not null,
  due_at       timestamptz not null default '-infinity',
  leased_until timestamptz not null default '-infinity',
  primary key (desk, number),
  foreign key (desk, number) references contract
) with (fillfactor = 70);
create index contract_due on contract_clock (due_at);
grant select, update on contract_clock to parley_bot;
insert into contract_clock (desk, number) select desk, number from contract;

create function wind_contract_clock() returns trigger language plpgsql
security definer set search_path = public, pg_temp as $$
begin
  insert into contract_clock (desk, number) values (new.desk, new.number)
    on conflict (desk, number) do update set due_at = '-infinity', leased_until = '-infinity';
  return null;
end $$;
create trigger wind after insert on contract for each row execute function wind_contract_clock();
create trigger wind after insert on contract_end for each row execute function wind_contract_clock();
create trigger wind after insert on contract_group for each row execute function wind_contract_clock();
create trigger wind after insert on points_version for each row execute function wind_contract_clock();
create trigger wind after insert on hours_version for each row execute function wind_contract_clock();
revoke execute on function wind_contract_clock from public;

-- Ends what nobody used of one lot; false if nothing was left of it.
create function ledger.end_lot(lot ledger.account, p_now timestamptz) returns boolean language plpgsql as $$
declare j record;
begin
  if lot.available = 0 then
    return false;
  end if;
  j := ledger.begin_journal(ledger.new_journal(lot.desk, format('expire:%s:%s', lot.id, lot.version),
         ledger.request_hash('EXPIRE', lot.id::text, lot.available::text), 'EXPIRE', null, null, null, 'system', null,
         p_now));
  perform ledger.transfer_units(lot.desk, j.id, lot.id, ledger.house(lot.desk, lot.unit, 'EXPIRED'), lot.unit,
                                lot.available);
  return true;
end $$;
revoke execute on function ledger.end_lot from public;

-- Two months grouped after the first was granted: its lot ends, and what is left of both is one lot (H-15).
create function ledger.regroup_lot(p_desk text, p_wallet bigint, p_old text, p_new text, p_amount bigint,
                                   p_from timestamptz, p_to timestamptz, p_actor text, p_now timestamptz)
returns bigint language plpgsql security definer set search_path = ledger, pg_temp as $$
declare v_old account := lot_of(p_desk, p_old);
begin
  perform lock_wallet(p_desk, p_wallet);
  v_old := lot_of(p_desk, p_old);
  if v_old.wallet_id <> p_wallet then
    raise exception 'lot % is of another wallet', p_old using errcode = '22023';
  end if;
  perform end_lot(v_old, p_now);
  return grant_units(p_desk, p_wallet, p_amount, p_new, 'grant:' || p_new, p_actor, p_now, p_from, p_to);
end $$;
revoke execute on function ledger.regroup_lot from public;
grant execute on function ledger.regroup_lot to parley_billing;

-- The same of a lot whose time is over.
create function ledger.expire_lot(p_desk text, p_source text, p_now timestamptz) returns boolean
language plpgsql security definer set search_path = ledger, pg_temp as $$
declare lot account := lot_of(p_desk, p_source);
begin
  perform lock_wallet(p_desk, lot.wallet_id);
  lot := lot_of(p_desk, p_source);
  return lot.expires_at <= p_now and end_lot(lot, p_now);
end $$;
revoke execute on function ledger.expire_lot from public;
grant execute on function ledger.expire_lot to parley_bot, parley_billing;

-- What time entries say of a package and what the ledger says are the same.
create view ledger.i40_time_differs as
  select e.desk, format('entry %s of ticket %s', e.id, e.ticket) as subject
    from time_entry e
    join time_piece p on p.desk = e.desk and p.entry = e.id
    left join ledger.journal j on j.desk = p.desk and j.idempotency_key = format('time:%s:%s', p.entry, p.nth)
    left join lateral (
      select sum(t.amount) filter (where a.kind = 'GRANT') as inside,
             sum(t.amount) filter (where a.kind = 'OVERAGE') as over
        from ledger.transfer t join ledger.account a on a.desk = t.desk and a.id = t.from_account
       where t.desk = j.desk and t.journal_id = j.id) l on true
   where (coalesce(l.inside, 0), coalesce(l.over, 0)) <> (p.in_package, p.over);
comment on view ledger.i40_time_differs is 'a time entry used other minutes in the ledger than it says';
grant select on ledger.i40_time_differs to parley_bot, parley_billing;
