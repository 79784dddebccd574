-- An entry of time is never changed: it is taken back whole, with who and why, and what was right is entered anew.
create table time_correction (
  desk         text        not null,
  entry        bigint      not null,
  reason       text        not null check (reason ~ '\S' and length(reason) <= 1000),
  actor_kind   text        not null check (actor_kind in ('DESK', 'STAFF', 'CUSTOMER')),
  actor        text        not null check (length(actor) <= 500),
  corrected_at timestamptz not null,
  primary key (desk, entry),
  foreign key (desk, entry) references time_entry
);

-- Minutes over of another entry that have room in the package since an entry of their cycle was taken back.
create table time_shift (
  desk    text    not null,
  entry   bigint  not null,
  nth     smallint not null,
  cause   bigint  not null,
  minutes integer not null check (minutes > 0),
  primary key (desk, entry, nth, cause),
  foreign key (desk, entry, nth) references time_piece,
  foreign key (desk, cause) references time_correction
);
create function shift_within_overage() returns trigger language plpgsql as $$
begin
  if (select p.over from time_piece p where p.desk = new.desk and p.entry = new.entry and p.nth = new.nth)
     < (select sum(s.minutes) from time_shift s
         where s.desk = new.desk and s.entry = new.entry and s.nth = new.nth) then
    raise exception 'entry % has fewer minutes over than moved into the package', new.entry using errcode = '23514';
  end if;
  return null;
end $$;
create trigger within_overage after insert on time_shift for each row execute function shift_within_overage();
revoke execute on function shift_within_overage from public;

do $$
declare t text;
begin
  foreach t in array array['time_correction', 'time_shift'] loop
    execute format('create trigger append_only before update or delete or truncate on %I
                    for each statement execute function refuse_rewrite()', t);
    execute format('grant select, insert on %I to parley_bot', t);
    execute format('grant select on %I to parley_billing', t);
  end loop;
end $$;

-- What was taken back may be entered again from the same minute on.
alter table time_entry add column again smallint not null default 0 check (again >= 0);
alter table time_entry drop constraint time_entry_desk_login_ticket_started_at_key;
alter table time_entry add unique (desk, login, ticket, started_at, again);

-- Pieces as they stand: what was taken back does not count, and what was moved is the package's.
create view standing_time as
  select p.desk, p.entry, p.nth, p.started_at, p.minutes, p.contract, p.month,
         p.in_package + coalesce(s.minutes, 0) as in_package, p.over - coalesce(s.minutes, 0) as over, p.open,
         p.adjustment
    from time_piece p
    left join lateral (select sum(x.minutes)::integer as minutes from time_shift x
                        where x.desk = p.desk and x.entry = p.entry and x.nth = p.nth) s on true
   where not exists (select from time_correction c where c.desk = p.desk and c.entry = p.entry);
grant select on standing_time to parley_bot, parley_billing;

-- What the ledger used for one piece of time: its own leg, and those of minutes moved into the package.
create view ledger.time_leg as
  select l.desk, substring(j.idempotency_key from '^time:\d+:\d+') as piece, l.ticket, l.transfer_id, l.journal_id,
         l.wallet_id, l.account_id, l.consumed_id, l.unit, l.amount, l.given_back, a.kind
    from ledger.charged_leg l
    join ledger.journal j on j.desk = l.desk and j.id = l.journal_id
    join ledger.account a on a.desk = l.desk and a.id = l.account_id
   where j.kind = 'TIME';

create index time_pieces on ledger.journal (desk, (substring(idempotency_key from '^time:\d+:\d+')))
  where kind = 'TIME';

-- Gives all that a piece of time used back to where it came from, whether or not that lot's time is over. Of a cycle
-- that was grouped since (its key with +1) it is the group's.
create function ledger.give_back_time(p_desk text, p_wallet bigint, p_ticket bigint, p_piece text, p_actor text,
                                      p_reason text, p_now timestamptz) returns bigint
language plpgsql security definer set search_path = ledger, pg_temp as $$
declare
  j record;
  leg record;
begin
  perform lock_ticket(p_desk, p_ticket);
  perform lock_wallet(p_desk, p_wallet);
  j := begin_journal(new_journal(p_desk, p_piece || ':back', request_hash('TIME_BACK', p_piece), 'REFUND', p_ticket,
         null, (select max(l.journal_id) from time_leg l where l.desk = p_desk and l.piece = p_piece), p_actor,
         p_reason, p_now));
  if not j.fresh then
    return j.id;
  end if;
  for leg in select l.* from time_leg l
              where l.desk = p_desk and l.piece = p_piece and l.wallet_id = p_wallet and l.amount > l.given_back
              order by l.transfer_id desc loop
    perform transfer_units(p_desk, j.id, leg.consumed_id, leg.account_id, leg.unit, leg.amount - leg.given_back,
                           'SINGLE', null, leg.transfer_id);
    perform transfer_units(p_desk, j.id, one.id, pool.id, leg.unit, leg.amount - leg.given_back)
      from account one join account pool on pool.desk = one.desk and pool.source_ref = one.source_ref || '+1'
     where one.desk = p_desk and one.id = leg.account_id and one.kind = 'GRANT';
  end loop;
  return j.id;
end $$;

-- Lets a lot pay for minutes that were over: they are given back as overage and used again, when they were worked.
create function ledger.shift_time(p_desk text, p_wallet bigint, p_ticket bigint, p_piece text, p_lot text,
                                  p_minutes bigint, p_cause bigint, p_actor text, p_worked timestamptz,
                                  p_now timestamptz) returns bigint
language plpgsql security definer set search_path = ledger, pg_temp as $$
declare
  v_key text := format('%s:shift:%s', p_piece, p_cause);
  lot account := lot_of(p_desk, p_lot);
  v_leg record;
  j record;
begin
  perform lock_ticket(p_desk, p_ticket);
  perform lock_wallet(p_desk, p_wallet);
  if lot.wallet_id <> p_wallet then
    raise exception 'lot % is of another wallet', p_lot using errcode = '22023';
  end if;
  select * into strict v_leg from time_leg l
   where l.desk = p_desk and l.piece = p_piece and l.wallet_id = p_wallet and l.kind = 'OVERAGE';
  j := begin_journal(new_journal(p_desk, v_key || ':back', request_hash('SHIFT_BACK', p_piece, p_minutes::text),
         'REFUND', p_ticket, null, v_leg.journal_id, p_actor, null, p_now));
  if not j.fresh then
    return j.id;
  end if;
  perform transfer_units(p_desk, j.id, v_leg.consumed_id, v_leg.account_id, v_leg.unit, p_minutes, 'SINGLE', null,
                         v_leg.transfer_id);
  j := begin_journal(new_journal(p_desk, v_key, request_hash('SHIFT', p_piece, p_minutes::text), 'TIME', p_ticket,
         null, null, p_actor, null, p_worked));
  perform transfer_units(p_desk, j.id, lot.id, v_leg.consumed_id, lot.unit, p_minutes);
  return j.id;
end $$;
revoke all on ledger.time_leg from public;
revoke execute on function ledger.give_back_time, ledger.shift_time from public;
grant execute on function ledger.give_back_time, ledger.shift_time to parley_bot, parley_billing;

create or replace view ledger.i40_time_differs as
  select e.desk, format('entry %s of ticket %s', e.id, e.ticket) as subject
    from time_entry e
    join time_piece p on p.desk = e.desk and p.entry = e.id
    left join standing_time s on s.desk = p.desk and s.entry = p.entry and s.nth = p.nth
    left join lateral (
      select sum(l.amount - l.given_back) filter (where l.kind = 'GRANT') as inside,
             sum(l.amount - l.given_back) filter (where l.kind = 'OVERAGE') as over
        from ledger.time_leg l
       where l.desk = p.desk and l.ticket = e.ticket and l.piece = format('time:%s:%s', p.entry, p.nth)) l on true
   where (coalesce(l.inside, 0), coalesce(l.over, 0)) <> (coalesce(s.in_package, 0), coalesce(s.over, 0));

-- An adjustment says what an earlier invoice of the contract would have been; an amount may then go either way.
alter table hours_invoice_line add column of_month date check (extract(day from of_month) = 1);
alter table hours_invoice_line drop constraint hours_invoice_line_kind_check;
alter table hours_invoice_line add constraint hours_invoice_line_kind_check
  check (kind in ('PACKAGE', 'DISCOUNT', 'OVERAGE', 'ON_DEMAND', 'ADJUSTMENT'));
alter table hours_invoice_line drop constraint hours_invoice_line_check;
alter table hours_invoice_line add constraint deductions
  check (kind in ('ADJUSTMENT', 'ON_DEMAND') or (amount < 0) <= (kind = 'DISCOUNT'));
alter table hours_invoice_line add constraint adjusts_a_month check ((of_month is not null) = (kind = 'ADJUSTMENT'));
