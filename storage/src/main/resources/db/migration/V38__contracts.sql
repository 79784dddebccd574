-- What customers and we agreed on: points of sites by the month, and packages of hours. What is written here stays;
-- what comes later takes its place. Only billing writes it (P-23, docs/operating-ledger.md).

create table contract (
  desk       text        not null,
  number     text        not null check (number ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$'),
  kind       text        not null check (kind in ('POINTS', 'HOURS')),
  customer   bigint      not null,
  zone       text        not null check (length(zone) between 1 and 64),     -- IANA name, or an offset
  anchor_day smallint    not null check (anchor_day between 1 and 31),
  first_day  date        not null,
  made_by    text        not null check (length(made_by) between 1 and 500),
  made_at    timestamptz not null,
  primary key (desk, number),
  unique (desk, number, kind),
  foreign key (desk, customer) references customer,
  constraint points_by_the_calendar check (kind = 'HOURS' or anchor_day = 1)
);
create index contract_of_customer on contract (desk, customer, kind);

-- After how many months it ends; a contract without a row runs on. Given once.
create table contract_end (
  desk    text        not null,
  number  text        not null,
  months  smallint    not null check (months between 1 and 120),
  made_by text        not null check (length(made_by) between 1 and 500),
  made_at timestamptz not null,
  primary key (desk, number),
  foreign key (desk, number) references contract
);

-- A version counts from the cycle that begins in from_month on; of two that begin together the later counts (P-15).
create table points_version (
  desk           text        not null,
  number         text        not null,
  kind           text        not null default 'POINTS' check (kind = 'POINTS'),
  version        smallint    not null check (version between 1 and 120),
  from_month     date        not null check (extract(day from from_month) = 1),
  extra_minor    bigint      check (extra_minor between 1 and 1000000000000),
  extra_currency text        check (extra_currency ~ '^[A-Z]{3}$'),
  accepted_up_to bigint      not null check (accepted_up_to >= 0),
  made_by        text        not null check (length(made_by) between 1 and 500),
  made_at        timestamptz not null,
  primary key (desk, number, version),
  foreign key (desk, number, kind) references contract (desk, number, kind),
  check ((extra_minor is null) = (extra_currency is null))
);

create table points_allowance (
  desk    text     not null,
  number  text     not null,
  version smallint not null,
  site    bigint   not null check (site > 0),
  points  bigint   not null check (points between 0 and 1000000),
  primary key (desk, number, version, site),
  foreign key (desk, number, version) references points_version
);
create index allowance_of_site on points_allowance (desk, site, number);

create table hours_version (
  desk           text        not null,
  number         text        not null,
  kind           text        not null default 'HOURS' check (kind = 'HOURS'),
  version        smallint    not null check (version between 1 and 120),
  from_month     date        not null check (extract(day from from_month) = 1),
  minutes        bigint      not null check (minutes between 1 and 4464000),
  fee_minor      bigint      not null check (fee_minor between 0 and 1000000000000),
  per_hour_minor bigint      not null check (per_hour_minor between 0 and 1000000000000),
  currency       text        not null check (currency ~ '^[A-Z]{3}$'),
  step_minutes   smallint    not null check (step_minutes between 1 and 60),
  cap_minutes    bigint      check (cap_minutes >= 0),
  ask_first      boolean     not null,
  work           text[]      not null check (work <@ array['MONITORING', 'SECURITY_UPDATES', 'TROUBLESHOOTING',
    'DESIGN_CHANGES', 'DEVELOPMENT', 'PROJECT_MANAGEMENT', 'QUALITY_ASSURANCE', 'TRAINING']),
  made_by        text        not null check (length(made_by) between 1 and 500),
  made_at        timestamptz not null,
  primary key (desk, number, version),
  foreign key (desk, number, kind) references contract (desk, number, kind)
);

-- The newest row is the account manager; a package has one from its first day on (H-09).
create table account_manager (
  desk    text        not null,
  number  text        not null,
  kind    text        not null default 'HOURS' check (kind = 'HOURS'),
  nth     smallint    not null check (nth > 0),
  login   text        not null check (login ~ '\S' and length(login) <= 64),
  made_by text        not null check (length(made_by) between 1 and 500),
  made_at timestamptz not null,
  primary key (desk, number, nth),
  foreign key (desk, number, kind) references contract (desk, number, kind)
);

create table contract_discount (
  desk        text        not null,
  number      text        not null,
  kind        text        not null default 'HOURS' check (kind = 'HOURS'),
  from_months smallint    not null check (from_months > 0),
  percent     smallint    not null check (percent between 1 and 100),
  made_by     text        not null check (length(made_by) between 1 and 500),
  made_at     timestamptz not null,
  primary key (desk, number),
  foreign key (desk, number, kind) references contract (desk, number, kind)
);

-- Two consecutive cycles as one package, on the customer's wish and the account manager's agreement (H-15).
create table contract_group (
  desk              text        not null,
  number            text        not null,
  kind              text        not null default 'HOURS' check (kind = 'HOURS'),
  first_month       date        not null check (extract(day from first_month) = 1),
  requested_by      text        not null check (requested_by ~ '\S' and length(requested_by) <= 500),
  requested_at      timestamptz not null,
  requested_message text        not null check (requested_message ~ '\S' and length(requested_message) <= 1000),
  agreed_by         text        not null check (agreed_by ~ '\S' and length(agreed_by) <= 500),
  agreed_at         timestamptz not null,
  agreed_message    text        not null check (agreed_message ~ '\S' and length(agreed_message) <= 1000),
  primary key (desk, number, first_month),
  foreign key (desk, number, kind) references contract (desk, number, kind)
);

-- The two months of each group; the key lets no month be in two (H-16). Written by the group's trigger alone.
create table grouped_month (
  desk        text not null,
  number      text not null,
  month       date not null,
  first_month date not null,
  primary key (desk, number, month),
  foreign key (desk, number, first_month) references contract_group (desk, number, first_month),
  check (month in (first_month, first_month + interval '1 month'))
);
create function note_grouped_months() returns trigger language plpgsql
security definer set search_path = public, pg_temp as $$
begin
  insert into grouped_month (desk, number, month, first_month)
    values (new.desk, new.number, new.first_month, new.first_month),
           (new.desk, new.number, (new.first_month + interval '1 month')::date, new.first_month);
  return null;
end $$;
create trigger both_months after insert on contract_group for each row execute function note_grouped_months();

-- Numbered without a gap, none before its predecessor.
create function follow_version() returns trigger language plpgsql as $$
declare
  v_last smallint;
  v_from date;
begin
  execute format('select version, from_month from %I where desk = $1 and number = $2 order by version desc limit 1',
                 tg_table_name) into v_last, v_from using new.desk, new.number;
  if new.version <> coalesce(v_last, 0) + 1 or new.from_month < v_from then
    raise exception 'version % of contract % from % does not follow version %', new.version, new.number,
      new.from_month, v_last using errcode = '23514';
  end if;
  return new;
end $$;
create trigger follows before insert on points_version for each row execute function follow_version();
create trigger follows before insert on hours_version for each row execute function follow_version();

-- No contract without terms, and no package without an account manager (H-09).
create function whole_contract() returns trigger language plpgsql as $$
begin
  if not exists (select from points_version v where v.desk = new.desk and v.number = new.number
                 union all
                 select from hours_version v join account_manager m using (desk, number)
                  where v.desk = new.desk and v.number = new.number) then
    raise exception 'contract % has no terms, or no account manager', new.number using errcode = '23514';
  end if;
  return null;
end $$;
create constraint trigger whole after insert on contract deferrable initially deferred
  for each row execute function whole_contract();

do $$
declare t text;
begin
  foreach t in array array['contract', 'contract_end', 'points_version', 'points_allowance', 'hours_version',
                           'account_manager', 'contract_discount', 'contract_group', 'grouped_month'] loop
    execute format('create trigger append_only before update or delete or truncate on %I
                    for each statement execute function refuse_rewrite()', t);
    execute format('grant select on %I to parley_bot, parley_billing', t);
    if t <> 'grouped_month' then
      execute format('grant insert on %I to parley_billing', t);
    end if;
  end loop;
end $$;
revoke execute on function note_grouped_months, follow_version, whole_contract from public;
