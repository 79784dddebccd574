-- The only doors to the ledger. Each is one business event, idempotent by its key.
--
-- Lock order everywhere: ticket, then wallets ascending, then the key in the journal, then accounts ascending.
-- A second caller with the same key therefore waits for the first one's lock and is then told the first result.
-- A refusal undoes everything, the key too: the same key works after a top-up.
-- Time is p_now, handed in by the caller's clock and no part of the request's hash.
--
-- Refusals (SQLSTATE, DETAIL is a plain value):
--   LG001 key used before with other inputs          (the key)
--   LG002 the quote's status does not allow it       (the status)
--   LG003 not enough units                           (how many are short)
--   LG004 hold already settled                       (POST or VOID)
--   LG005 refund exceeds the net charge              (the net charge)
--   LG006 wallet takes no new holds                  (why)
--   LG007 quote already decided                      (ACCEPT or DECLINE)
--   LG008 decision received after the quote expired  (when it expired)
--   LG009 lot to refund has expired                  (its source)
--   LG010 ticket already has an active hold          (the hold)
--   LG011 source already granted                     (the source)
--   LG012 source already charged back                (the source)
--   LG013 amount not in the desk's price list        (the category key)
-- Anything else is a mistake of the caller (22023, P0002, 23xxx, 42501) or of the machine (40001, 40P01, 08xxx).

create function ledger.lock_ticket(p_desk text, p_ticket bigint) returns void language plpgsql as $$
begin
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception 'the ledger works at READ COMMITTED, not %', current_setting('transaction_isolation')
      using errcode = '25001';
  end if;
  perform from ledger.ticket_anchor where desk = p_desk and ticket = p_ticket for no key update;
  if not found then
    insert into ledger.ticket_anchor (desk, ticket) values (p_desk, p_ticket) on conflict do nothing;
    perform from ledger.ticket_anchor where desk = p_desk and ticket = p_ticket for no key update;
  end if;
end $$;

create function ledger.lock_wallet(p_desk text, p_wallet bigint) returns ledger.wallet language plpgsql as $$
declare w ledger.wallet;
begin
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception 'the ledger works at READ COMMITTED, not %', current_setting('transaction_isolation')
      using errcode = '25001';
  end if;
  select * into w from ledger.wallet where desk = p_desk and id = p_wallet for no key update;
  if not found then
    raise exception 'desk % has no wallet %', p_desk, p_wallet using errcode = 'P0002';
  end if;
  return w;
end $$;

create function ledger.house(p_desk text, p_unit text, p_kind text) returns bigint language sql stable as $$
  select id from ledger.account where desk = p_desk and unit = p_unit and kind = p_kind and wallet_id is null
$$;

-- Moments as numbers: their text would depend on the session's time zone.
create function ledger.request_hash(p_kind text, variadic p_inputs text[]) returns bytea language sql immutable as $$
  select sha256(convert_to(to_jsonb(array_prepend(p_kind, p_inputs))::text, 'UTF8'))
$$;

-- Callers hold the lock of the ticket or wallet. "fresh" is false when the key was used before, by the same request.
create function ledger.begin_journal(j ledger.journal, out id bigint, out fresh boolean) language plpgsql as $$
declare v_hash bytea;
begin
  insert into ledger.journal (desk, idempotency_key, request_hash, kind, ticket, quote_id, reverses, actor, reason,
                              effective_at)
  values (j.desk, j.idempotency_key, j.request_hash, j.kind, j.ticket, j.quote_id, j.reverses, j.actor, j.reason,
          j.effective_at)
  on conflict (desk, idempotency_key) do nothing returning journal.id into id;
  fresh := found;
  if not fresh then
    select x.id, x.request_hash into strict id, v_hash from ledger.journal x
      where x.desk = j.desk and x.idempotency_key = j.idempotency_key;
    if v_hash <> j.request_hash then
      raise exception 'key % was used before with other inputs', j.idempotency_key
        using errcode = 'LG001', detail = j.idempotency_key;
    end if;
  end if;
end $$;

create function ledger.new_journal(p_desk text, p_key text, p_hash bytea, p_kind text, p_ticket bigint,
                                   p_quote bigint, p_reverses bigint, p_actor text, p_reason text, p_now timestamptz)
returns ledger.journal language sql immutable as $$
  select row(p_desk, null, p_key, p_hash, p_kind, p_ticket, p_quote, p_reverses, p_actor, p_reason, p_now,
             null)::ledger.journal
$$;

create function ledger.transfer_units(p_desk text, p_journal bigint, p_from bigint, p_to bigint, p_unit text,
                                      p_amount bigint, p_phase text default 'SINGLE', p_pending bigint default null,
                                      p_reverses bigint default null) returns void language sql as $$
  insert into ledger.transfer (desk, journal_id, phase, from_account, to_account, unit, amount, pending_id, reverses)
  values (p_desk, p_journal, p_phase, p_from, p_to, p_unit, p_amount, p_pending, p_reverses)
$$;

-- ------------------------------------------------------------------------------------------ desks and wallets

create function ledger.register_unit(p_desk text, p_code text, p_scale integer) returns void
language plpgsql security definer set search_path = ledger, pg_temp as $$
begin
  insert into unit (desk, code, scale) values (p_desk, p_code, p_scale) on conflict do nothing;
  if p_scale <> (select scale from unit where desk = p_desk and code = p_code) then
    raise exception 'unit % of desk % cannot change its scale', p_code, p_desk using errcode = '22023';
  end if;
  insert into account (desk, kind, unit)
    select p_desk, kind, p_code from unnest(array['ISSUED', 'CONSUMED', 'EXPIRED', 'REFUNDED']) kind
    on conflict do nothing;
end $$;

-- A desk with its units and house accounts. May be called at every start.
create function ledger.register_desk(p_desk text, p_now timestamptz) returns void
language plpgsql security definer set search_path = ledger, pg_temp as $$
begin
  insert into desk (desk, registered_at) values (p_desk, p_now) on conflict do nothing;
  if found then
    perform register_unit(p_desk, code, scale)
      from (values ('CREDIT', 0), ('POINT', 0), ('MINUTE', 0), ('USD', 2), ('EUR', 2)) u (code, scale);
  end if;
end $$;

-- The wallet of a customer for one unit (points: and one site); made when there is none.
create function ledger.open_wallet(p_desk text, p_customer bigint, p_unit text, p_now timestamptz,
                                   p_site bigint default null, p_overage boolean default false) returns bigint
language plpgsql security definer set search_path = ledger, pg_temp as $$
declare v_wallet wallet;
begin
  insert into wallet (desk, customer_id, unit, site_id, overage_allowed, opened_at)
    values (p_desk, p_customer, p_unit, p_site, p_overage, p_now) on conflict do nothing;
  select * into strict v_wallet from wallet
    where desk = p_desk and customer_id = p_customer and unit = p_unit and site_id is not distinct from p_site;
  if v_wallet.overage_allowed <> p_overage then
    raise exception 'wallet % was opened with overage %', v_wallet.id, v_wallet.overage_allowed
      using errcode = '22023';
  end if;
  if p_overage then
    insert into account (desk, kind, unit, wallet_id) values (p_desk, 'OVERAGE', p_unit, v_wallet.id)
      on conflict do nothing;
  end if;
  return v_wallet.id;
end $$;

create function ledger.wallet_is_blocked(p_desk text, p_wallet bigint) returns boolean language sql stable as $$
  select coalesce((select blocked from ledger.wallet_block where desk = p_desk and wallet_id = p_wallet
                    order by id desc limit 1), false)
$$;

-- Whether the wallet takes new holds; what is held already may still be posted or released.
create function ledger.block_wallet(p_desk text, p_wallet bigint, p_blocked boolean, p_actor text, p_reason text,
                                    p_now timestamptz) returns void
language plpgsql security definer set search_path = ledger, pg_temp as $$
begin
  perform lock_wallet(p_desk, p_wallet);
  if wallet_is_blocked(p_desk, p_wallet) <> p_blocked then
    insert into wallet_block (desk, wallet_id, blocked, actor, reason, effective_at)
      values (p_desk, p_wallet, p_blocked, p_actor, p_reason, p_now);
  end if;
end $$;

-- One lot from one source (an order line, a contract's cycle).
create function ledger.grant_units(p_desk text, p_wallet bigint, p_amount bigint, p_source text, p_key text,
                                   p_actor text, p_now timestamptz,
                                   p_from timestamptz default '-infinity', p_to timestamptz default 'infinity',
                                   p_priority integer default 100, p_cost_minor bigint default null,
                                   p_cost_currency text default null, p_reason text default null) returns bigint
language plpgsql security definer set search_path = ledger, pg_temp as $$
declare
  w wallet := lock_wallet(p_desk, p_wallet);
  v_hash bytea := request_hash('GRANT', p_wallet::text, p_amount::text, p_source, extract(epoch from p_from)::text,
                               extract(epoch from p_to)::text, p_priority::text, p_cost_minor::text, p_cost_currency);
  j record;
  v_lot bigint;
begin
  j := begin_journal(new_journal(p_desk, p_key, v_hash, 'GRANT', null, null, null, p_actor, p_reason, p_now));
  if not j.fresh then
    return j.id;
  end if;
  if exists (select from account where desk = p_desk and source_ref = p_source) then
    raise exception '% was granted before', p_source using errcode = 'LG011', detail = p_source;
  end if;
  insert into account (desk, kind, unit, wallet_id, source_ref, priority, effective_at, expires_at, cost_minor,
                       cost_currency)
    values (p_desk, 'GRANT', w.unit, w.id, p_source, p_priority, p_from, p_to, p_cost_minor, p_cost_currency)
    returning id into v_lot;
  perform transfer_units(p_desk, j.id, house(p_desk, w.unit, 'ISSUED'), v_lot, w.unit, p_amount);
  return j.id;
end $$;

-- ------------------------------------------------------------------------------------------ quotes

create function ledger.quote_of(p_desk text, p_quote bigint) returns ledger.quote language plpgsql stable as $$
declare q ledger.quote;
begin
  select * into q from ledger.quote where desk = p_desk and id = p_quote;
  if not found then
    raise exception 'desk % has no quote %', p_desk, p_quote using errcode = 'P0002';
  end if;
  return q;
end $$;

create function ledger.is_held(p_desk text, p_quote bigint) returns boolean language sql stable as $$
  select exists (select from ledger.hold where desk = p_desk and quote_id = p_quote)
$$;

-- The next version for a ticket. Whatever of the ticket was open, or agreed and never held, is superseded.
-- p_auto: agreed beforehand (category 1, pre-agreement), so that it may be held at once.
-- p_version: the number the customer was told, above all before it; null: the next. An agreement that waited for money
-- and was replaced never came here, so numbers may be left out.
create function ledger.offer_quote(p_desk text, p_ticket bigint, p_wallet bigint, p_amount bigint, p_category integer,
                                   p_category_key text, p_scope text, p_auto boolean, p_expires_at timestamptz,
                                   p_key text, p_actor text, p_reason text, p_now timestamptz,
                                   p_version integer default null) returns bigint
language plpgsql security definer set search_path = ledger, pg_temp as $$
declare
  v_hash bytea := request_hash('QUOTE', p_ticket::text, p_wallet::text, p_amount::text, p_category::text,
                               p_category_key, p_scope, p_auto::text);
  q quote;
  v_unit text;
begin
  perform lock_ticket(p_desk, p_ticket);
  select * into q from quote where desk = p_desk and idempotency_key = p_key;
  if found then
    if q.request_hash <> v_hash then
      raise exception 'key % was used before with other inputs', p_key using errcode = 'LG001', detail = p_key;
    end if;
    return q.id;
  end if;
  select unit into v_unit from wallet where desk = p_desk and id = p_wallet;
  if not found then
    raise exception 'desk % has no wallet %', p_desk, p_wallet using errcode = 'P0002';
  end if;
  if exists (select from quote where desk = p_desk and ticket = p_ticket and version >= p_version) then
    raise exception 'ticket % was offered version % or a newer one before', p_ticket, p_version using errcode = '22023';
  end if;
  update quote set status = 'SUPERSEDED', status_at = p_now
    where desk = p_desk and ticket = p_ticket and status in ('SENT', 'ACCEPTED', 'AUTO') and not is_held(desk, id);
  insert into quote (desk, ticket, version, wallet_id, unit, amount, category, category_key, scope, reason, offered_by,
                     status, status_at, expires_at, offered_at, idempotency_key, request_hash)
    select p_desk, p_ticket, coalesce(p_version, max(version) + 1, 1), p_wallet, v_unit, p_amount, p_category, p_category_key,
           p_scope, coalesce(p_reason, ''), p_actor, case when p_auto then 'AUTO' else 'SENT' end, p_now, p_expires_at,
           p_now, p_key, v_hash
      from quote where desk = p_desk and ticket = p_ticket
    returning * into q;
  return q.id;
end $$;

-- Records who decided. True when this message decided now, false when it had done so before.
-- p_received_at is when the server received the message: that, not the reading, must be before the expiry.
create function ledger.decide_quote(p_desk text, p_quote bigint, p_decision text, p_contact bigint, p_channel text,
                                    p_message_ref text, p_reading_rule text, p_words text, p_words_start integer,
                                    p_auth text, p_received_at timestamptz, p_now timestamptz) returns boolean
language plpgsql security definer set search_path = ledger, pg_temp as $$
declare
  q quote := quote_of(p_desk, p_quote);
  d quote_decision;
begin
  perform lock_ticket(p_desk, q.ticket);
  q := quote_of(p_desk, p_quote);
  select * into d from quote_decision where desk = p_desk and message_ref = p_message_ref;
  if found then
    if (d.quote_id, d.decision) <> (p_quote, p_decision) then
      raise exception 'message % decided something else', p_message_ref using errcode = 'LG001', detail = p_message_ref;
    end if;
    return false;
  end if;
  select * into d from quote_decision where desk = p_desk and quote_id = p_quote;
  if found then
    raise exception 'quote % was decided: %', p_quote, d.decision using errcode = 'LG007', detail = d.decision;
  end if;
  if exists (select from quote where desk = p_desk and ticket = q.ticket and version > q.version) then
    raise exception 'quote % is an older version', p_quote using errcode = 'LG002', detail = 'SUPERSEDED';
  elsif q.status not in ('SENT', 'EXPIRED') then
    raise exception 'quote % is %', p_quote, q.status using errcode = 'LG002', detail = q.status;
  elsif p_received_at >= q.expires_at then
    raise exception 'quote % expired at %', p_quote, q.expires_at
      using errcode = 'LG008', detail = to_char(q.expires_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"');
  end if;
  insert into quote_decision (desk, quote_id, decision, contact_id, channel, message_ref, reading_rule, words,
                              words_start, auth, decided_at, recorded_at)
    values (p_desk, p_quote, p_decision, p_contact, p_channel, p_message_ref, p_reading_rule, p_words, p_words_start,
            p_auth, p_received_at, p_now);
  update quote set status = case p_decision when 'ACCEPT' then 'ACCEPTED' else 'DECLINED' end, status_at = p_now
    where desk = p_desk and id = p_quote;
  return true;
end $$;

-- EXPIRED or WITHDRAWN; an agreed quote too, as long as nothing was held for it. False when it already was.
create function ledger.set_quote_status(p_desk text, p_quote bigint, p_status text, p_now timestamptz) returns boolean
language plpgsql security definer set search_path = ledger, pg_temp as $$
declare q quote := quote_of(p_desk, p_quote);
begin
  if p_status not in ('EXPIRED', 'WITHDRAWN') then
    raise exception 'status % is not set by hand', p_status using errcode = '22023';
  end if;
  perform lock_ticket(p_desk, q.ticket);
  q := quote_of(p_desk, p_quote);
  if q.status = p_status then
    return false;
  end if;
  if q.status not in ('SENT', 'ACCEPTED', 'AUTO') or is_held(p_desk, p_quote)
     or (p_status = 'EXPIRED' and p_now < q.expires_at) then
    raise exception 'quote % is %', p_quote, q.status using errcode = 'LG002', detail = q.status;
  end if;
  update quote set status = p_status, status_at = p_now where desk = p_desk and id = p_quote;
  return true;
end $$;

-- More time for an open quote; its price and words stay. False when it already has that much.
create function ledger.extend_quote(p_desk text, p_quote bigint, p_expires_at timestamptz, p_actor text, p_reason text,
                                    p_now timestamptz) returns boolean
language plpgsql security definer set search_path = ledger, pg_temp as $$
declare q quote := quote_of(p_desk, p_quote);
begin
  perform lock_ticket(p_desk, q.ticket);
  q := quote_of(p_desk, p_quote);
  if q.status <> 'SENT' then
    raise exception 'quote % is %', p_quote, q.status using errcode = 'LG002', detail = q.status;
  elsif q.expires_at >= p_expires_at then
    return false;
  end if;
  insert into quote_extension (desk, quote_id, expires_at, expired_before, actor, reason, effective_at)
    values (p_desk, p_quote, p_expires_at, q.expires_at, p_actor, p_reason, p_now);
  update quote set expires_at = p_expires_at where desk = p_desk and id = p_quote;
  return true;
end $$;

-- ------------------------------------------------------------------------------------------ holds

create function ledger.lots_to_burn(p_desk text, p_wallet bigint, p_now timestamptz) returns setof ledger.account
language sql stable as $$
  select * from ledger.account
   where desk = p_desk and wallet_id = p_wallet and kind = 'GRANT' and available > 0
     and p_now >= effective_at and p_now < expires_at
   order by priority, expires_at, id
$$;

-- Takes p_need units from the wallet's lots, in burn order; returns what could not be taken.
create function ledger.burn(p_desk text, p_journal bigint, w ledger.wallet, p_need bigint, p_phase text,
                            p_now timestamptz) returns bigint language plpgsql as $$
declare
  v_consumed bigint := ledger.house(p_desk, w.unit, 'CONSUMED');
  v_need bigint := p_need;
  lot ledger.account;
begin
  for lot in select * from ledger.lots_to_burn(p_desk, w.id, p_now) loop
    exit when v_need = 0;
    perform ledger.transfer_units(p_desk, p_journal, lot.id, v_consumed, w.unit, least(lot.available, v_need), p_phase);
    v_need := v_need - least(lot.available, v_need);
  end loop;
  return v_need;
end $$;

-- Reserves the amount of an agreed quote; amount and wallet come from the quote, never from the caller.
create function ledger.hold_quote(p_desk text, p_quote bigint, p_key text, p_actor text, p_now timestamptz,
                                  p_reason text default null) returns bigint
language plpgsql security definer set search_path = ledger, pg_temp as $$
declare
  q quote := quote_of(p_desk, p_quote);
  v_hash bytea := request_hash('HOLD', p_quote::text);
  w wallet;
  j record;
  v_active bigint;
  v_short bigint;
begin
  perform lock_ticket(p_desk, q.ticket);
  w := lock_wallet(p_desk, q.wallet_id);
  j := begin_journal(new_journal(p_desk, p_key, v_hash, 'HOLD', q.ticket, p_quote, null, p_actor, p_reason, p_now));
  if not j.fresh then
    return j.id;
  end if;
  q := quote_of(p_desk, p_quote);
  select id into v_active from hold where desk = p_desk and ticket = q.ticket and resolved_by is null;
  if q.status not in ('ACCEPTED', 'AUTO') then
    raise exception 'quote % is %', p_quote, q.status using errcode = 'LG002', detail = q.status;
  elsif v_active is not null then
    raise exception 'ticket % already has hold %', q.ticket, v_active using errcode = 'LG010', detail = v_active::text;
  elsif is_held(p_desk, p_quote) then
    raise exception 'quote % was held before', p_quote using errcode = 'LG002', detail = 'SETTLED';
  elsif wallet_is_blocked(p_desk, w.id) then
    raise exception 'wallet % takes no new holds', w.id using errcode = 'LG006', detail =
      (select reason from wallet_block where desk = p_desk and wallet_id = w.id order by id desc limit 1);
  end if;
  insert into hold (desk, id, ticket, wallet_id, quote_id, unit, amount)
    values (p_desk, j.id, q.ticket, w.id, p_quote, q.unit, q.amount);
  v_short := burn(p_desk, j.id, w, q.amount, 'PENDING', p_now);
  if v_short > 0 then
    raise exception '% % short', v_short, q.unit using errcode = 'LG003', detail = v_short::text;
  end if;
  return j.id;
end $$;

-- The transfer that filled a lot: its first entry.
create function ledger.grant_of(p_desk text, p_lot bigint) returns ledger.transfer language sql stable as $$
  select t.* from ledger.entry e join ledger.transfer t on t.desk = e.desk and t.id = e.transfer_id
   where e.desk = p_desk and e.account_id = p_lot and e.account_version = 1
$$;

create function ledger.void_unspent(p_journal bigint, lot ledger.account) returns void language plpgsql as $$
declare g ledger.transfer := ledger.grant_of(lot.desk, lot.id);
begin
  perform ledger.transfer_units(lot.desk, p_journal, lot.id, g.from_account, lot.unit, lot.available, 'SINGLE', null,
                                g.id);
end $$;

-- What becomes available on a lot that was charged back goes where its payment went.
create function ledger.reclaim(p_desk text, p_journal bigint) returns void language plpgsql as $$
declare lot ledger.account;
begin
  for lot in
    select a.* from ledger.charge_back c join ledger.account a on a.desk = c.desk and a.id = c.account_id
     where c.desk = p_desk and a.available > 0
       and a.id in (select unnest(array[x.from_account, x.to_account]) from ledger.transfer x
                     where x.desk = p_desk and x.journal_id = p_journal)
     order by a.id
  loop
    perform ledger.void_unspent(p_journal, lot);
  end loop;
end $$;

-- Settles a hold: POST charges p_amount of it (null: all) and releases the rest, VOID releases all.
-- What burns first is charged first, so the rest goes back to the lots that live longest.
create function ledger.resolve_hold(p_desk text, p_hold bigint, p_phase text, p_amount bigint, p_key text,
                                    p_actor text, p_reason text, p_now timestamptz) returns bigint
language plpgsql security definer set search_path = ledger, pg_temp as $$
declare
  h hold;
  v_hash bytea := request_hash(p_phase, p_hold::text, p_amount::text);
  j record;
  leg transfer;
  v_left bigint;
begin
  select * into h from hold where desk = p_desk and id = p_hold;
  if not found then
    raise exception 'desk % has no hold %', p_desk, p_hold using errcode = 'P0002';
  elsif p_phase not in ('POST', 'VOID') or (p_phase = 'VOID' and p_amount is not null)
        or p_amount not between 1 and h.amount then
    raise exception '% of % on a hold of %', p_phase, p_amount, h.amount using errcode = '22023';
  end if;
  v_left := case p_phase when 'POST' then coalesce(p_amount, h.amount) else 0 end;
  perform lock_ticket(p_desk, h.ticket);
  perform lock_wallet(p_desk, h.wallet_id);
  j := begin_journal(new_journal(p_desk, p_key, v_hash, p_phase, h.ticket, h.quote_id, p_hold, p_actor, p_reason,
                                 p_now));
  if not j.fresh then
    return j.id;
  end if;
  select * into strict h from hold where desk = p_desk and id = p_hold;
  if h.resolved_by is not null then
    raise exception 'hold % was settled by %', p_hold, h.resolved_by using errcode = 'LG004',
      detail = (select kind from journal where desk = p_desk and id = h.resolved_by);
  end if;
  for leg in select * from transfer where desk = p_desk and journal_id = p_hold and phase = 'PENDING' order by id loop
    if v_left > 0 then
      perform transfer_units(p_desk, j.id, leg.from_account, leg.to_account, leg.unit, least(leg.amount, v_left),
                             'POST', leg.id);
      v_left := v_left - least(leg.amount, v_left);
    else
      perform transfer_units(p_desk, j.id, leg.from_account, leg.to_account, leg.unit, leg.amount, 'VOID', leg.id);
    end if;
  end loop;
  update hold set resolved_by = j.id where desk = p_desk and id = p_hold;
  perform reclaim(p_desk, j.id);
  return j.id;
end $$;

-- ------------------------------------------------------------------------------------------ giving back

-- Every leg that charged a ticket, with what was given back of it.
create view ledger.charged_leg as
  select j.desk, j.ticket, t.id as transfer_id, j.id as journal_id, a.wallet_id, t.from_account as account_id,
         t.to_account as consumed_id, t.unit, t.amount,
         coalesce((select sum(r.amount) from ledger.transfer r where r.desk = t.desk and r.reverses = t.id), 0)::bigint
           as given_back
    from ledger.journal j
    join ledger.transfer t on t.desk = j.desk and t.journal_id = j.id
    join ledger.account a on a.desk = t.desk and a.id = t.from_account
   where (j.kind = 'POST' and t.phase = 'POST') or (j.kind = 'TIME' and t.phase = 'SINGLE');

-- What a ticket was charged, less what was given back.
create function ledger.ticket_net_charge(p_desk text, p_ticket bigint) returns bigint language sql stable as $$
  select coalesce(sum(amount - given_back), 0)::bigint from ledger.charged_leg
   where desk = p_desk and ticket = p_ticket
$$;

-- Gives back part of what a ticket was charged, to the lots it came from, newest leg first.
create function ledger.refund_ticket(p_desk text, p_ticket bigint, p_amount bigint, p_key text, p_actor text,
                                     p_reason text, p_now timestamptz) returns bigint
language plpgsql security definer set search_path = ledger, pg_temp as $$
declare
  v_hash bytea := request_hash('REFUND', p_ticket::text, p_amount::text);
  v_net bigint;
  v_need bigint := p_amount;
  v_take bigint;
  j record;
  leg record;
begin
  perform lock_ticket(p_desk, p_ticket);
  perform lock_wallet(p_desk, id) from (select distinct wallet_id as id from charged_leg
    where desk = p_desk and ticket = p_ticket order by 1) w;
  j := begin_journal(new_journal(p_desk, p_key, v_hash, 'REFUND', p_ticket, null,
    (select max(journal_id) from charged_leg where desk = p_desk and ticket = p_ticket), p_actor, p_reason, p_now));
  if not j.fresh then
    return j.id;
  end if;
  v_net := ticket_net_charge(p_desk, p_ticket);
  if p_amount > v_net then
    raise exception 'ticket % was charged % net', p_ticket, v_net using errcode = 'LG005', detail = v_net::text;
  end if;
  for leg in select c.*, a.expires_at, a.source_ref from charged_leg c
               join account a on a.desk = c.desk and a.id = c.account_id
              where c.desk = p_desk and c.ticket = p_ticket and c.amount > c.given_back
              order by c.transfer_id desc loop
    exit when v_need = 0;
    if leg.expires_at <= p_now then
      raise exception 'lot % has expired: grant goodwill instead', leg.source_ref
        using errcode = 'LG009', detail = leg.source_ref;
    end if;
    v_take := least(leg.amount - leg.given_back, v_need);
    perform transfer_units(p_desk, j.id, leg.consumed_id, leg.account_id, leg.unit, v_take, 'SINGLE', null,
                           leg.transfer_id);
    v_need := v_need - v_take;
  end loop;
  perform reclaim(p_desk, j.id);
  return j.id;
end $$;

create function ledger.lot_of(p_desk text, p_source text) returns ledger.account language plpgsql stable as $$
declare lot ledger.account;
begin
  select * into lot from ledger.account where desk = p_desk and source_ref = p_source;
  if not found then
    raise exception 'desk % granted nothing for %', p_desk, p_source using errcode = 'P0002';
  end if;
  return lot;
end $$;

-- A purchase was charged back: what is unspent is void, the wallet takes no new holds; what is spent is owed
-- (ledger.receivable), and what returns to the lot later is void too.
create function ledger.charge_back(p_desk text, p_source text, p_key text, p_actor text, p_reason text,
                                   p_now timestamptz) returns bigint
language plpgsql security definer set search_path = ledger, pg_temp as $$
declare
  lot account := lot_of(p_desk, p_source);
  v_grant transfer := grant_of(p_desk, lot.id);
  j record;
begin
  perform lock_wallet(p_desk, lot.wallet_id);
  j := begin_journal(new_journal(p_desk, p_key, request_hash('CHARGE_BACK', p_source), 'CHARGE_BACK', null, null,
                                 v_grant.journal_id, p_actor, p_reason, p_now));
  if not j.fresh then
    return j.id;
  end if;
  lot := lot_of(p_desk, p_source);
  if exists (select from charge_back where desk = p_desk and account_id = lot.id) then
    raise exception '% was charged back before', p_source using errcode = 'LG012', detail = p_source;
  end if;
  insert into charge_back (desk, account_id, journal_id) values (p_desk, lot.id, j.id);
  if lot.available > 0 then
    perform void_unspent(j.id, lot);
  end if;
  perform block_wallet(p_desk, lot.wallet_id, true, p_actor, p_reason, p_now);
  return j.id;
end $$;

-- Money back for unspent units of one lot, by what that lot cost; rounded half up over all notes of the lot together.
create function ledger.refund_money(p_desk text, p_source text, p_units bigint, p_key text, p_actor text,
                                    p_reason text, p_now timestamptz) returns bigint
language plpgsql security definer set search_path = ledger, pg_temp as $$
declare
  lot account := lot_of(p_desk, p_source);
  v_hash bytea := request_hash('REFUND_MONEY', p_source, p_units::text);
  v_granted transfer := grant_of(p_desk, lot.id);
  v_units bigint;
  v_paid bigint;
  j record;
begin
  perform lock_wallet(p_desk, lot.wallet_id);
  j := begin_journal(new_journal(p_desk, p_key, v_hash, 'REFUND_MONEY', null, null, null, p_actor, p_reason, p_now));
  if not j.fresh then
    return j.id;
  end if;
  lot := lot_of(p_desk, p_source);
  if lot.cost_minor is null then
    raise exception 'lot % has no cost', p_source using errcode = '22023';
  elsif p_units > lot.available then
    raise exception '% % short', p_units - lot.available, lot.unit
      using errcode = 'LG003', detail = (p_units - lot.available)::text;
  end if;
  select coalesce(sum(units), 0), coalesce(sum(amount_minor), 0) into v_units, v_paid from credit_note
   where desk = p_desk and account_id = lot.id;
  perform transfer_units(p_desk, j.id, lot.id, house(p_desk, lot.unit, 'REFUNDED'), lot.unit, p_units);
  insert into credit_note (desk, journal_id, account_id, units, amount_minor, currency)
    values (p_desk, j.id, lot.id, p_units,
            round(lot.cost_minor::numeric * (v_units + p_units) / v_granted.amount) - v_paid, lot.cost_currency);
  return j.id;
end $$;

-- Ends what nobody reserved of at most p_limit lots whose time is over. Returns how many lots; call again until 0.
create function ledger.expire_due(p_desk text, p_now timestamptz, p_limit integer default 1000) returns integer
language plpgsql security definer set search_path = ledger, pg_temp as $$
declare
  lot account;
  j record;
  n integer := 0;
begin
  for lot in select * from account where desk = p_desk and kind = 'GRANT' and expires_at <= p_now
               and expires_at < 'infinity' and available > 0 order by wallet_id, id limit p_limit loop
    perform lock_wallet(p_desk, lot.wallet_id);
    select * into strict lot from account where desk = p_desk and id = lot.id;
    continue when lot.available = 0;
    j := begin_journal(new_journal(p_desk, format('expire:%s:%s', lot.id, lot.version),
                                   request_hash('EXPIRE', lot.id::text, lot.available::text), 'EXPIRE', null, null,
                                   null, 'system', null, p_now));
    perform transfer_units(p_desk, j.id, lot.id, house(p_desk, lot.unit, 'EXPIRED'), lot.unit, lot.available);
    n := n + 1;
  end loop;
  return n;
end $$;

-- A time entry: minutes from the lots, the rest over the package if the wallet allows it.
create function ledger.use_minutes(p_desk text, p_wallet bigint, p_ticket bigint, p_minutes bigint, p_key text,
                                   p_actor text, p_reason text, p_now timestamptz) returns bigint
language plpgsql security definer set search_path = ledger, pg_temp as $$
declare
  v_hash bytea := request_hash('TIME', p_wallet::text, p_ticket::text, p_minutes::text);
  w wallet;
  j record;
  v_over bigint;
begin
  perform lock_ticket(p_desk, p_ticket);
  w := lock_wallet(p_desk, p_wallet);
  if w.unit <> 'MINUTE' then
    raise exception 'wallet % holds %, not minutes', p_wallet, w.unit using errcode = '22023';
  end if;
  j := begin_journal(new_journal(p_desk, p_key, v_hash, 'TIME', p_ticket, null, null, p_actor, p_reason, p_now));
  if not j.fresh then
    return j.id;
  end if;
  v_over := burn(p_desk, j.id, w, p_minutes, 'SINGLE', p_now);
  if v_over > 0 and not w.overage_allowed then
    raise exception '% MINUTE short', v_over using errcode = 'LG003', detail = v_over::text;
  elsif v_over > 0 then
    perform transfer_units(p_desk, j.id, a.id, house(p_desk, 'MINUTE', 'CONSUMED'), 'MINUTE', v_over)
      from account a where a.desk = p_desk and a.wallet_id = w.id and a.kind = 'OVERAGE';
  end if;
  return j.id;
end $$;

-- ------------------------------------------------------------------------------------------ reading

-- balance = received and not spent, reserved = held for agreed quotes, available = balance - reserved, owed = minutes
-- over the package. Of a lot whose time is over only what is reserved counts, whether or not the sweeper has run.
create function ledger.balance(p_desk text, p_wallet bigint, p_now timestamptz,
                               out balance bigint, out reserved bigint, out available bigint, out owed bigint,
                               out blocked boolean) language sql stable as $$
  select coalesce(sum(case when p_now < expires_at then posted_in - posted_out else pending_out end)
                    filter (where kind = 'GRANT'), 0)::bigint,
         coalesce(sum(pending_out) filter (where kind = 'GRANT'), 0)::bigint,
         coalesce(sum(account.available) filter (where kind = 'GRANT' and p_now < expires_at), 0)::bigint,
         coalesce(sum(posted_out - posted_in) filter (where kind = 'OVERAGE'), 0)::bigint,
         ledger.wallet_is_blocked(p_desk, p_wallet)
    from ledger.account
   where desk = p_desk and wallet_id = p_wallet and (effective_at <= p_now or pending_out > 0)
$$;

-- The same as it stood at a moment; never changed by what happens after that moment.
create function ledger.balance_as_of(p_desk text, p_wallet bigint, p_at timestamptz,
                                     out balance bigint, out reserved bigint, out available bigint, out owed bigint)
language sql stable as $$
  with lot as (
    select a.kind, a.expires_at, e.balance_after as posted, e.balance_after - e.available_after as pending
      from ledger.account a
      cross join lateral (
        select x.balance_after, x.available_after from ledger.entry x
         where x.desk = a.desk and x.account_id = a.id and x.effective_at <= p_at
         order by x.account_version desc limit 1) e
     where a.desk = p_desk and a.wallet_id = p_wallet
       and (a.effective_at <= p_at or e.balance_after > e.available_after))
  select coalesce(sum(case when p_at < expires_at then posted else pending end) filter (where kind = 'GRANT'), 0)::bigint,
         coalesce(sum(pending) filter (where kind = 'GRANT'), 0)::bigint,
         coalesce(sum(posted - pending) filter (where kind = 'GRANT' and p_at < expires_at), 0)::bigint,
         coalesce(sum(-posted) filter (where kind = 'OVERAGE'), 0)::bigint
    from lot
$$;

-- What customers owe for units they spent from lots whose payment was charged back.
create view ledger.receivable as
  select a.desk, a.wallet_id, a.source_ref, a.unit, g.posted - v.voided as units_owed, g.posted as units_granted,
         a.cost_minor, a.cost_currency
    from ledger.charge_back c
    join ledger.account a on a.desk = c.desk and a.id = c.account_id
    join ledger.entry g on g.desk = a.desk and g.account_id = a.id and g.account_version = 1
    cross join lateral (
      select coalesce(sum(t.amount), 0)::bigint as voided
        from ledger.entry e join ledger.transfer t on t.desk = e.desk and t.id = e.transfer_id
        join ledger.account h on h.desk = t.desk and h.id = t.to_account and h.kind = 'ISSUED'
       where e.desk = a.desk and e.account_id = a.id) v
   where g.posted > v.voided;
