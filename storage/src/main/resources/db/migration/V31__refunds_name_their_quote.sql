-- A refund belongs to the quote whose charge it gives back; one that gives back several is a line for each.
create or replace view ledger.movement as
  select a.desk, a.wallet_id, j.id as journal_id, j.kind, j.ticket, coalesce(q.version, 0) as quote_version,
         j.effective_at as at, sum(e.posted)::bigint as amount, (-sum(e.pending))::bigint as reserved,
         case j.kind when 'GRANT' then min(a.source_ref) else '' end as reference
    from ledger.entry e
    join ledger.account a on a.desk = e.desk and a.id = e.account_id
    join ledger.transfer t on t.desk = e.desk and t.id = e.transfer_id
    join ledger.journal j on j.desk = t.desk and j.id = t.journal_id
    left join ledger.transfer r on r.desk = t.desk and r.id = t.reverses
    left join ledger.journal o on o.desk = r.desk and o.id = r.journal_id
    left join ledger.quote q on q.desk = j.desk and q.id = coalesce(j.quote_id, o.quote_id)
   group by a.desk, a.wallet_id, j.desk, j.id, q.version;
