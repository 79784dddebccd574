-- The hash chain over the journal, for auditors: docs/papers.md tells its format.
--
-- Every committed event of a desk becomes one link, in the order of sealing. An event whose transaction still runs is
-- invisible to the sealer and comes with a later sealing, although its id may be lower: ids are no order of commits,
-- links are. Nothing in a link's line ever changes; what a quote may still change is settled once it is held.
create table ledger.link (
  desk       text        not null,
  position   bigint      not null check (position > 0),
  journal_id bigint      not null,
  hash       bytea       not null check (length(hash) = 32),   -- SHA-256 of the line, in UTF-8
  sealed_at  timestamptz not null default clock_timestamp(),
  primary key (desk, position),
  unique (desk, journal_id),
  foreign key (desk, journal_id) references ledger.journal
);
create trigger append_only before update or delete on ledger.link
  for each row execute function ledger.refuse_change();
create trigger no_truncate before truncate on ledger.link
  for each statement execute function ledger.refuse_change();

-- What was agreed when units were reserved: the quote and, unless none was asked for, the decision.
create function ledger.agreed_json(p_desk text, p_quote bigint) returns jsonb language plpgsql stable
set timezone = 'UTC' as $$
begin
  return (select jsonb_build_object(
      'version', q.version, 'unit', q.unit, 'amount', q.amount, 'wallet', q.wallet_id, 'category', q.category,
      'category_key', q.category_key, 'scope', q.scope, 'reason', q.reason, 'offered_by', q.offered_by,
      'offered_at', q.offered_at, 'expires_at', q.expires_at, 'status', q.status, 'decision',
      (select jsonb_build_object('decision', d.decision, 'contact', d.contact_id, 'channel', d.channel,
          'message', d.message_ref, 'rule', d.reading_rule, 'words', d.words, 'words_start', d.words_start,
          'auth', d.auth, 'decided_at', d.decided_at, 'recorded_at', d.recorded_at)
         from ledger.quote_decision d where d.desk = q.desk and d.quote_id = q.id))
    from ledger.quote q where q.desk = p_desk and q.id = p_quote);
end $$;

-- What an event moved: its transfers, the entries they made, and the accounts as they were opened.
create function ledger.moved_json(p_desk text, p_journal bigint) returns jsonb language plpgsql stable
set timezone = 'UTC' as $$
begin
  return (
    with t as (select * from ledger.transfer where desk = p_desk and journal_id = p_journal)
    select jsonb_build_object('transfers', (
        select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'phase', t.phase, 'from', t.from_account,
            'to', t.to_account, 'unit', t.unit, 'amount', t.amount, 'settles', t.pending_id, 'reverses', t.reverses)
          order by t.id), '[]') from t),
      'entries', (
        select coalesce(jsonb_agg(jsonb_build_object('account', e.account_id, 'version', e.account_version,
            'transfer', e.transfer_id, 'posted', e.posted, 'pending', e.pending, 'balance', e.balance_after,
            'available', e.available_after, 'at', e.effective_at)
          order by e.transfer_id, e.account_id), '[]')
          from t join ledger.entry e on e.desk = t.desk and e.account_id in (t.from_account, t.to_account)
                                    and e.transfer_id = t.id),
      'accounts', (
        select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'kind', a.kind, 'unit', a.unit, 'wallet', a.wallet_id,
            'customer', w.customer_id, 'site', w.site_id, 'source', a.source_ref, 'priority', a.priority,
            'from', a.effective_at, 'until', a.expires_at, 'cost', a.cost_minor, 'currency', a.cost_currency)
          order by a.id), '[]')
          from ledger.account a left join ledger.wallet w on w.desk = a.desk and w.id = a.wallet_id
         where a.desk = p_desk and a.id in (select from_account from t union select to_account from t))));
end $$;

-- The line of one event. Its bytes are what is hashed; jsonb writes the same value always in the same way.
create function ledger.line(p_desk text, p_position bigint, p_previous bytea, p_journal bigint) returns text
language plpgsql stable set timezone = 'UTC' as $$
begin
  return (select (jsonb_build_object(
      'position', p_position, 'previous', encode(p_previous, 'hex'), 'desk', j.desk, 'journal', j.id, 'kind', j.kind,
      'key', j.idempotency_key, 'request', encode(j.request_hash, 'hex'), 'ticket', j.ticket, 'quote', j.quote_id,
      'reverses', j.reverses, 'actor', j.actor, 'reason', j.reason, 'at', j.effective_at, 'recorded_at', j.created_at,
      'agreed', case j.kind when 'HOLD' then ledger.agreed_json(j.desk, j.quote_id) end,
      'charged_back', (select c.account_id from ledger.charge_back c where c.desk = j.desk and c.journal_id = j.id),
      'credit_note', (select jsonb_build_object('account', n.account_id, 'units', n.units, 'amount', n.amount_minor,
          'currency', n.currency) from ledger.credit_note n where n.desk = j.desk and n.journal_id = j.id))
      || ledger.moved_json(j.desk, j.id))::text
    from ledger.journal j where j.desk = p_desk and j.id = p_journal);
end $$;

-- Before the first link.
create function ledger.no_hash() returns bytea language sql immutable as $$ select decode(repeat('00', 32), 'hex') $$;

-- Seals up to p_max events that are committed and not sealed yet; how many. To be called in a transaction of its own.
create function ledger.seal(p_desk text, p_max integer) returns integer
language plpgsql security definer set search_path = ledger, pg_temp as $$
declare
  v_last link;
  v_count integer := 0;
  v_journal bigint;
begin
  perform from desk where desk = p_desk for no key update;    -- one sealer at a time; the journal is not held up
  if not found then
    raise exception 'there is no desk %', p_desk using errcode = 'P0002';
  end if;
  select * into v_last from link where desk = p_desk order by position desc limit 1;
  if not found then
    v_last := row(p_desk, 0, 0, no_hash(), now())::link;
  end if;
  for v_journal in
    select id from journal j where desk = p_desk
       and not exists (select from link l where l.desk = j.desk and l.journal_id = j.id)
     order by id limit p_max
  loop
    v_last.position := v_last.position + 1;
    v_last.hash := sha256(convert_to(line(p_desk, v_last.position, v_last.hash, v_journal), 'UTF8'));
    insert into link (desk, position, journal_id, hash)
      values (p_desk, v_last.position, v_journal, v_last.hash);
    v_count := v_count + 1;
  end loop;
  return v_count;
end $$;

-- The lines as the journal makes them now, beside the hashes they had when they were sealed.
create view ledger.sealed as
  select l.desk, l.position, l.journal_id, l.hash, l.sealed_at,
         ledger.line(l.desk, l.position, coalesce(p.hash, ledger.no_hash()), l.journal_id) as line
    from ledger.link l left join ledger.link p on p.desk = l.desk and p.position = l.position - 1;

create view ledger.i33_seal as
  select desk, format('journal %s at position %s', journal_id, position) as subject
    from ledger.sealed where hash is distinct from sha256(convert_to(line, 'UTF8'))
  union all
  select desk, format('position %s: there are %s before it', position, n - 1)
    from (select desk, position, row_number() over (partition by desk order by position) as n from ledger.link) x
   where position <> n;
comment on view ledger.i33_seal is 'sealed history was changed afterwards';

grant select on ledger.link, ledger.sealed, ledger.i33_seal to parley_bot, parley_billing;
revoke execute on function ledger.agreed_json, ledger.moved_json, ledger.line, ledger.no_hash, ledger.seal from public;
grant execute on function ledger.agreed_json, ledger.moved_json, ledger.line, ledger.no_hash, ledger.seal
  to parley_bot, parley_billing;
