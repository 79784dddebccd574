-- A decision's look at the wallet: locked until the transaction ends, opened if there is none.
create function ledger.lock_funds(p_desk text, p_customer bigint, p_unit text, p_now timestamptz,
                                  out wallet bigint, out balance bigint, out reserved bigint, out blocked boolean)
language plpgsql security definer set search_path = ledger, pg_temp as $$
begin
  select w.id into wallet from wallet w
   where w.desk = p_desk and w.customer_id = p_customer and w.unit = p_unit and w.site_id is null
     for no key update;
  if not found then
    wallet := open_wallet(p_desk, p_customer, p_unit, p_now);
    perform lock_wallet(p_desk, wallet);
  end if;
  select b.balance, b.reserved, b.blocked into balance, reserved, blocked
    from ledger.balance(p_desk, wallet, p_now) b;
end $$;
revoke all on function ledger.lock_funds from public;
grant execute on function ledger.lock_funds to parley_bot, parley_billing;

-- An account statement's lines: what each event changed in a wallet.
create view ledger.movement as
  select a.desk, a.wallet_id, j.id as journal_id, j.kind, j.ticket, coalesce(q.version, 0) as quote_version,
         j.effective_at as at, sum(e.posted)::bigint as amount, (-sum(e.pending))::bigint as reserved,
         case j.kind when 'GRANT' then min(a.source_ref) else '' end as reference
    from ledger.entry e
    join ledger.account a on a.desk = e.desk and a.id = e.account_id
    join ledger.transfer t on t.desk = e.desk and t.id = e.transfer_id
    join ledger.journal j on j.desk = t.desk and j.id = t.journal_id
    left join ledger.quote q on q.desk = j.desk and q.id = j.quote_id
   group by a.desk, a.wallet_id, j.desk, j.id, q.version;
grant select on ledger.movement to parley_bot, parley_billing;

-- ------------------------------------------------------------------------------------------ invariants

create view ledger.i16_closed_and_held as
  select t.desk, format('ticket %s is %s', t.number, t.state) as subject
    from public.ticket t
    join ledger.hold h on h.desk = t.desk and h.ticket = t.number and h.resolved_by is null
   where t.state in ('ANSWERED', 'CLOSED', 'CLOSED_UNPAID', 'MERGED');
comment on view ledger.i16_closed_and_held is 'an answered or closed ticket still holds units';

create view ledger.i17_free_but_charged as
  select t.desk, format('ticket %s', t.number) as subject
    from public.ticket t
   where t.type in ('INCIDENT', 'FEATURE')
     and (ledger.ticket_net_charge(t.desk, t.number) <> 0
          or exists (select from ledger.hold h
                      where h.desk = t.desk and h.ticket = t.number and h.resolved_by is null));
comment on view ledger.i17_free_but_charged is 'an incident or a wish holds or costs units';

-- Agreed in words, or agreed by rule: category 1, in advance, or not more than was agreed in words before.
create view ledger.i18_answered_unasked as
  select j.desk, format('ticket %s', j.ticket) as subject
    from ledger.journal j
    join ledger.quote q on q.desk = j.desk and q.id = j.quote_id
    join public.ticket t on t.desk = j.desk and t.number = j.ticket
   where j.kind = 'POST' and q.category > 1 and t.mode in ('ASK', 'ASK_ALWAYS')
     and not exists (
       select from ledger.quote_decision d
         join ledger.quote p on p.desk = d.desk and p.id = d.quote_id
        where d.desk = j.desk and p.ticket = j.ticket and d.decision = 'ACCEPT'
          and p.amount >= q.amount and d.decided_at <= j.effective_at);
comment on view ledger.i18_answered_unasked is 'work of category 2 or 3 was charged before anybody agreed';

create view ledger.i20_not_theirs_to_decide as
  select d.desk, format('quote %s', d.quote_id) as subject
    from ledger.quote_decision d
    join ledger.quote q on q.desk = d.desk and q.id = d.quote_id
    join public.ticket t on t.desk = q.desk and t.number = q.ticket
   where not exists (
     select from public.approver a
      where a.desk = d.desk and a.contact = d.contact_id
        and a.since <= d.recorded_at and coalesce(a.until, 'infinity') >= d.recorded_at)
  union all
  select d.desk, format('quote %s', d.quote_id)
    from ledger.quote_decision d
    join public.message m on m.desk = d.desk and m.evidence = d.message_ref
   where m.auth <> 'PASS' or m.kind <> 'HUMAN' or m.at <> d.decided_at;
comment on view ledger.i20_not_theirs_to_decide is 'a decision by somebody who might not, or by another message';

create view ledger.i23_statement as
  select w.desk, format('wallet %s', w.id) as subject
    from ledger.wallet w
    left join (select desk, wallet_id, sum(posted_in - posted_out) as balance, sum(pending_out) as reserved
                 from ledger.account group by desk, wallet_id) a on a.desk = w.desk and a.wallet_id = w.id
    left join (select desk, wallet_id, sum(amount) as balance, sum(reserved) as reserved
                 from ledger.movement group by desk, wallet_id) m on m.desk = w.desk and m.wallet_id = w.id
   where (coalesce(a.balance, 0), coalesce(a.reserved, 0)) <> (coalesce(m.balance, 0), coalesce(m.reserved, 0));
comment on view ledger.i23_statement is 'a statement''s total differs from the wallet';
