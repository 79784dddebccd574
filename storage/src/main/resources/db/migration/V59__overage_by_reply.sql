-- Time that is quoted: what an hour of it costs, frozen with the version, and which package's cycle it goes over.

create table quote_time (
  desk           text    not null,
  ticket         bigint  not null,
  version        integer not null,
  per_hour_minor bigint  not null check (per_hour_minor >= 0),
  currency       text    not null check (currency ~ '^[A-Z]{3}$'),
  step_minutes   integer not null check (step_minutes between 1 and 60),
  contract       text,                              -- minutes over its package are asked for; null: a price is offered
  month          date    check (extract(day from month) = 1),
  primary key (desk, ticket, version),
  foreign key (desk, ticket, version) references ledger.quote (desk, ticket, version),
  foreign key (desk, contract) references contract,
  constraint month_of_a_contract check ((contract is null) = (month is null))
);
create trigger append_only before update or delete or truncate on quote_time
  for each statement execute function refuse_rewrite();
grant select, insert on quote_time to parley_bot;
grant select on quote_time to parley_billing;

-- What a quote says is said when it is offered: nothing is added to one that somebody may have read.
create function time_with_its_quote() returns trigger language plpgsql as $$
begin
  if exists (select from quote_time t where (t.desk, t.ticket, t.version) = (new.desk, new.ticket, new.version)) then
    return null;                                    -- the same posting once more
  end if;
  if not exists (select from ledger.quote q where q.desk = new.desk and q.ticket = new.ticket
                    and q.version = new.version and q.created_at >= transaction_timestamp()) then
    raise exception 'quote % of ticket % was offered before', new.version, new.ticket using errcode = '42501';
  end if;
  return new;
end $$;
create trigger with_its_quote before insert on quote_time for each row execute function time_with_its_quote();
revoke execute on function time_with_its_quote from public;

-- A yes by reply is to one quote version, for the ticket it asks about; entered by staff it is for the contract.
alter table overage_yes
  add column ticket bigint,
  add column version integer,
  add constraint version_of_a_ticket check ((ticket is null) = (version is null)),
  add constraint yes_to_a_quote foreign key (desk, ticket, version) references quote_time,
  add constraint one_yes_a_quote unique (desk, ticket, version);

create function overage_as_agreed() returns trigger language plpgsql as $$
begin
  if new.ticket is not null and not exists (
       select from ledger.quote q
         join quote_time t on t.desk = q.desk and t.ticket = q.ticket and t.version = q.version
         join ledger.quote_decision d on d.desk = q.desk and d.quote_id = q.id and d.decision = 'ACCEPT'
        where q.desk = new.desk and q.ticket = new.ticket and q.version = new.version and q.status = 'ACCEPTED'
          and q.amount = new.minutes and t.contract = new.contract and t.month = new.month
          and d.message_ref = new.message) then
    raise exception '% minutes over on ticket % are not what was agreed to', new.minutes, new.ticket
      using errcode = '42501';
  end if;
  return new;
end $$;
create trigger as_agreed before insert on overage_yes for each row execute function overage_as_agreed();
revoke execute on function overage_as_agreed from public;

-- What lets minutes over be billed is as settled as what is held: a later question does not take its place.
create or replace function ledger.is_held(p_desk text, p_quote bigint) returns boolean language plpgsql stable as $$
begin
  return exists (select from ledger.hold h where h.desk = p_desk and h.quote_id = p_quote)
      or exists (select from ledger.quote q
                   join public.overage_yes y on y.desk = q.desk and y.ticket = q.ticket and y.version = q.version
                  where q.desk = p_desk and q.id = p_quote);
end $$;

create or replace view ledger.i25_old_quote_alive as
  select q.desk, format('quote %s of ticket %s', q.id, q.ticket) as subject
    from ledger.quote q
   where q.status in ('SENT', 'ACCEPTED', 'AUTO')
     and not exists (select from ledger.hold h where h.desk = q.desk and h.quote_id = q.id)
     and not exists (select from public.overage_yes y
                      where y.desk = q.desk and y.ticket = q.ticket and y.version = q.version)
     and exists (select from ledger.quote n
                  where n.desk = q.desk and n.ticket = q.ticket and n.version > q.version);

-- Where the contract asks first, every minute over has its yes: on the ticket, or for the contract as a whole.
create view ledger.i42_over_without_a_yes as
  with over as (
    select s.desk, s.contract, s.month, e.ticket, sum(s.over) as minutes
      from public.standing_time s join public.time_entry e on e.desk = s.desk and e.id = s.entry
     where s.over > 0 group by s.desk, s.contract, s.month, e.ticket),
  yes as (
    select y.desk, y.contract, y.month, y.ticket, sum(y.minutes) as minutes
      from public.overage_yes y group by y.desk, y.contract, y.month, y.ticket)
  select o.desk, format('contract %s in %s', o.contract, to_char(o.month, 'YYYY-MM')) as subject
    from over o
    left join yes y on y.desk = o.desk and y.contract = o.contract and y.month = o.month and y.ticket = o.ticket
   where (select v.ask_first from public.hours_version v
           where v.desk = o.desk and v.number = o.contract and v.from_month <= o.month
           order by v.from_month desc, v.version desc limit 1)
   group by o.desk, o.contract, o.month
  having sum(greatest(0, o.minutes - coalesce(y.minutes, 0)))
         > coalesce((select n.minutes from yes n where n.desk = o.desk and n.contract = o.contract
                        and n.month = o.month and n.ticket is null), 0);
comment on view ledger.i42_over_without_a_yes is 'minutes over a package that nobody agreed to';
grant select on ledger.i42_over_without_a_yes to parley_bot, parley_billing;
