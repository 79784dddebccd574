-- What the tables alone cannot say: nothing is rewritten, quotes only take legal steps, one writer of balances.

create function ledger.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% on ledger.% is forbidden: the ledger is append-only', tg_op, tg_table_name
    using errcode = '42501', hint = 'Write a new entry that corrects the old one.';
end $$;

do $$
declare t text;
begin
  foreach t in array array['desk', 'unit', 'wallet', 'ticket_anchor', 'quote_extension', 'quote_decision', 'journal',
                           'transfer', 'entry', 'charge_back', 'wallet_block', 'credit_note'] loop
    execute format('create trigger append_only before update or delete on ledger.%I
                    for each row execute function ledger.refuse_change()', t);
  end loop;
  foreach t in array array['account', 'quote', 'hold'] loop
    execute format('create trigger no_delete before delete on ledger.%I
                    for each row execute function ledger.refuse_change()', t);
  end loop;
  foreach t in array array['desk', 'unit', 'wallet', 'ticket_anchor', 'quote_extension', 'quote_decision', 'journal',
                           'transfer', 'entry', 'charge_back', 'wallet_block', 'credit_note',
                           'account', 'quote', 'hold'] loop
    execute format('create trigger no_truncate before truncate on ledger.%I
                    for each statement execute function ledger.refuse_change()', t);
  end loop;
end $$;

-- A hold is settled once; nothing else about it changes.
create function ledger.guard_hold() returns trigger language plpgsql as $$
begin
  if old.resolved_by is not null or new.resolved_by is null
     or (to_jsonb(new) - 'resolved_by') <> (to_jsonb(old) - 'resolved_by') then
    raise exception 'hold % can only be settled, once', old.id using errcode = '42501';
  end if;
  return new;
end $$;
create trigger settle_once before update on ledger.hold for each row execute function ledger.guard_hold();

-- Legal steps of a quote. Being decided needs the recorded decision, made before the expiry; a yes that was received
-- in time but read late revives an expired quote, unless a newer version stands. What was held keeps its status.
create function ledger.guard_quote() returns trigger language plpgsql as $$
declare
  decided_as constant jsonb := '{"ACCEPTED": "ACCEPT", "DECLINED": "DECLINE"}';
begin
  if tg_op = 'INSERT' then
    if new.status not in ('SENT', 'AUTO') then
      raise exception 'a quote begins as SENT or AUTO, not %', new.status using errcode = '42501';
    end if;
    return new;
  end if;
  if (to_jsonb(new) - array['status', 'status_at', 'expires_at'])
     <> (to_jsonb(old) - array['status', 'status_at', 'expires_at']) then
    raise exception 'quote % is immutable: offer a new version', old.id using errcode = '42501';
  end if;
  if new.status = old.status then
    if old.status <> 'SENT' or new.expires_at <= old.expires_at or new.status_at <> old.status_at
       or not exists (select from ledger.quote_extension x
                       where x.desk = new.desk and x.quote_id = new.id and x.expires_at = new.expires_at) then
      raise exception 'quote %: only an open one may be given more time, on record', old.id using errcode = '42501';
    end if;
    return new;
  end if;
  if new.expires_at <> old.expires_at
     or not (case
       when new.status in ('ACCEPTED', 'DECLINED') then
         old.status in ('SENT', 'EXPIRED')
         and exists (select from ledger.quote_decision d
                      where d.desk = new.desk and d.quote_id = new.id
                        and d.decision = decided_as ->> new.status and d.decided_at < new.expires_at)
         and not exists (select from ledger.quote n
                          where n.desk = new.desk and n.ticket = new.ticket and n.version > new.version)
       when new.status = 'EXPIRED' and new.status_at < new.expires_at then false
       when new.status in ('EXPIRED', 'SUPERSEDED', 'WITHDRAWN') then
         old.status in ('SENT', 'ACCEPTED', 'AUTO')
         and not exists (select from ledger.hold h where h.desk = new.desk and h.quote_id = new.id)
       else false end) then
    raise exception 'quote % cannot go from % to %', old.id, old.status, new.status using errcode = '42501';
  end if;
  return new;
end $$;
create trigger legal_steps before insert or update on ledger.quote
  for each row execute function ledger.guard_quote();

-- Counters move only from within the transfer's trigger (depth 2 here), and only one version at a time.
create function ledger.guard_account() returns trigger language plpgsql as $$
declare
  counters constant text[] := array['posted_in', 'posted_out', 'pending_out', 'version', 'moved_at', 'available'];
begin
  if pg_trigger_depth() < 2 or new.version <> old.version + 1
     or (to_jsonb(new) - counters) <> (to_jsonb(old) - counters) then
    raise exception 'account % changes by transfers alone', old.id using errcode = '42501';
  end if;
  return new;
end $$;
create trigger transfers_only before update on ledger.account for each row execute function ledger.guard_account();

create function ledger.guard_new_account() returns trigger language plpgsql as $$
begin
  if (new.posted_in, new.posted_out, new.pending_out, new.version) <> (0, 0, 0, 0) then
    raise exception 'an account begins empty' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger begins_empty before insert on ledger.account for each row execute function ledger.guard_new_account();

create function ledger.guard_entry() returns trigger language plpgsql as $$
begin
  if pg_trigger_depth() < 2 then
    raise exception 'entries are written by transfers alone' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger transfers_only before insert on ledger.entry for each row execute function ledger.guard_entry();

create function ledger.check_settlement(t ledger.transfer) returns void language plpgsql as $$
declare p ledger.transfer;
begin
  select * into strict p from ledger.transfer where desk = t.desk and id = t.pending_id;
  if p.phase <> 'PENDING' or (p.from_account, p.to_account) <> (t.from_account, t.to_account)
     or t.amount > p.amount or (t.phase = 'VOID' and t.amount <> p.amount) then
    raise exception 'transfer % does not settle leg %', t.id, p.id using errcode = '23514';
  end if;
end $$;

-- What is given back goes the same way back, and never more than went.
create function ledger.check_reversal(t ledger.transfer) returns void language plpgsql as $$
declare r ledger.transfer;
begin
  select * into strict r from ledger.transfer where desk = t.desk and id = t.reverses;
  if r.phase not in ('SINGLE', 'POST') or r.reverses is not null
     or (r.from_account, r.to_account) <> (t.to_account, t.from_account)
     or r.amount < (select sum(x.amount) from ledger.transfer x where x.desk = t.desk and x.reverses = t.reverses) then
    raise exception 'transfer % gives back more or other than leg %', t.id, r.id using errcode = '23514';
  end if;
end $$;

create function ledger.move(a ledger.account, t ledger.transfer, d_in bigint, d_out bigint, d_pending bigint,
                            p_at timestamptz) returns void language plpgsql as $$
begin
  update ledger.account
     set posted_in = posted_in + d_in, posted_out = posted_out + d_out, pending_out = pending_out + d_pending,
         version = version + 1, moved_at = greatest(moved_at, p_at)
   where desk = a.desk and id = a.id returning * into a;
  insert into ledger.entry (desk, account_id, account_version, transfer_id, posted, pending,
                            balance_after, available_after, effective_at)
  values (a.desk, a.id, a.version, t.id, d_in - d_out, -d_pending, a.posted_in - a.posted_out, a.available, a.moved_at);
end $$;

-- The only writer of balances. Accounts are locked in ascending order, below the wallet.
create function ledger.apply_transfer() returns trigger language plpgsql as $$
declare
  f ledger.account;
  t ledger.account;
  v_at timestamptz;
  v_posted bigint := case when new.phase in ('SINGLE', 'POST') then new.amount else 0 end;
  v_pending bigint := case when new.phase = 'PENDING' then new.amount else 0 end;
begin
  perform from ledger.account
    where desk = new.desk and id in (new.from_account, new.to_account) and wallet_id is not null
    order by id for no key update;
  select * into strict f from ledger.account where desk = new.desk and id = new.from_account;
  select * into strict t from ledger.account where desk = new.desk and id = new.to_account;
  select effective_at into strict v_at from ledger.journal where desk = new.desk and id = new.journal_id;
  if f.wallet_id <> t.wallet_id then
    raise exception 'transfer % mixes wallets % and %', new.id, f.wallet_id, t.wallet_id using errcode = '23514';
  end if;
  if new.pending_id is not null then
    perform ledger.check_settlement(new);
    select -amount into strict v_pending from ledger.transfer where desk = new.desk and id = new.pending_id;
  elsif new.reverses is not null then
    perform ledger.check_reversal(new);
  elsif f.kind = 'GRANT' and t.kind = 'CONSUMED' and (v_at < f.effective_at or v_at >= f.expires_at) then
    raise exception 'lot % is not valid at %', f.id, v_at using errcode = '23514';
  end if;
  if f.wallet_id is not null then
    perform ledger.move(f, new, 0, v_posted, v_pending, v_at);
  end if;
  if t.wallet_id is not null and v_posted > 0 then
    perform ledger.move(t, new, v_posted, 0, 0, v_at);
  end if;
  return null;
end $$;
create trigger apply after insert on ledger.transfer for each row execute function ledger.apply_transfer();
