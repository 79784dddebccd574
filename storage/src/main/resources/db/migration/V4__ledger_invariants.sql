-- What must always hold, as views that must always be empty.
--
-- A view in this schema named iNN_words with the columns (desk, subject) is an invariant: ledger.violations finds it
-- by its name and takes its title from its comment. A later migration adds one by creating a view and a comment.

create view ledger.i01_counters as
  select a.desk, format('account %s', a.id) as subject
    from ledger.account a
    left join (select desk, account_id, sum(greatest(posted, 0)) as i, sum(greatest(-posted, 0)) as o,
                      -sum(pending) as p, count(*) as n
                 from ledger.entry group by desk, account_id) e on e.desk = a.desk and e.account_id = a.id
   where (a.posted_in, a.posted_out, a.pending_out, a.version)
         <> (coalesce(e.i, 0), coalesce(e.o, 0), coalesce(e.p, 0), coalesce(e.n, 0));
comment on view ledger.i01_counters is 'an account''s counters differ from its entries';

create view ledger.i02_unbalanced as
  select t.desk, format('transfer %s', t.id) as subject
    from ledger.transfer t
    join ledger.account f on f.desk = t.desk and f.id = t.from_account
    join ledger.account d on d.desk = t.desk and d.id = t.to_account
    left join ledger.entry e on e.desk = t.desk and e.transfer_id = t.id and e.account_id = f.id
    left join ledger.entry g on g.desk = t.desk and g.transfer_id = t.id and g.account_id = d.id
    cross join lateral (select case when t.phase in ('SINGLE', 'POST') then t.amount else 0 end as posted) x
   where (f.wallet_id is not null and e.posted is distinct from -x.posted)
      or (d.wallet_id is not null and coalesce(g.posted, 0) <> x.posted);
comment on view ledger.i02_unbalanced is 'a transfer without its entry on each side';

create view ledger.i03_negative as
  select e.desk, format('account %s version %s', e.account_id, e.account_version) as subject
    from ledger.entry e join ledger.account a on a.desk = e.desk and a.id = e.account_id
   where a.kind = 'GRANT' and (e.available_after < 0 or e.balance_after < 0);
comment on view ledger.i03_negative is 'a lot was negative at some time';

create view ledger.i04_chain as
  select desk, format('account %s version %s', account_id, account_version) as subject
    from (select desk, account_id, account_version, posted, pending, balance_after, available_after, effective_at,
                 lag(account_version, 1, 0::bigint) over w as v, lag(balance_after, 1, 0::bigint) over w as b,
                 lag(available_after, 1, 0::bigint) over w as a, lag(effective_at, 1, '-infinity') over w as t
            from ledger.entry window w as (partition by desk, account_id order by account_version)) e
   where account_version <> v + 1 or balance_after <> b + posted or available_after <> a + posted + pending
      or effective_at < t;
comment on view ledger.i04_chain is 'a gap in the versions, or a running balance that does not follow';

create view ledger.i05_settlement as
  select p.desk, format('leg %s', p.id) as subject
    from ledger.transfer p join ledger.transfer r on r.desk = p.desk and r.pending_id = p.id
   group by p.desk, p.id
  having count(*) > 1 or p.phase <> 'PENDING' or max(r.amount) > p.amount
      or min(r.from_account) <> p.from_account or min(r.to_account) <> p.to_account;
comment on view ledger.i05_settlement is 'a leg of a hold settled twice, by too much, or elsewhere';

create view ledger.i06_hold_amount as
  select h.desk, format('hold %s of ticket %s', h.id, h.ticket) as subject
    from ledger.hold h join ledger.quote q on q.desk = h.desk and q.id = h.quote_id
   where (h.amount, h.unit, h.wallet_id, h.ticket) <> (q.amount, q.unit, q.wallet_id, q.ticket)
      or h.amount <> (select coalesce(sum(t.amount), 0) from ledger.transfer t
                       where t.desk = h.desk and t.journal_id = h.id and t.phase = 'PENDING');
comment on view ledger.i06_hold_amount is 'a hold differs from its legs or from the agreed quote';

create view ledger.i07_hold_state as
  select h.desk, format('hold %s of ticket %s', h.id, h.ticket) as subject
    from ledger.hold h
   where exists (
     select from ledger.transfer p
       left join ledger.transfer r on r.desk = p.desk and r.pending_id = p.id
      where p.desk = h.desk and p.journal_id = h.id and p.phase = 'PENDING'
        and r.journal_id is distinct from h.resolved_by);
comment on view ledger.i07_hold_state is 'a hold and its legs disagree on how it was settled';

create view ledger.i08_pending as
  select a.desk, format('account %s', a.id) as subject
    from ledger.account a
    left join (select p.desk, p.from_account, sum(p.amount) as amount from ledger.transfer p
                where p.phase = 'PENDING' and not exists (
                  select from ledger.transfer r where r.desk = p.desk and r.pending_id = p.id)
                group by p.desk, p.from_account) o on o.desk = a.desk and o.from_account = a.id
   where a.pending_out <> coalesce(o.amount, 0);
comment on view ledger.i08_pending is 'what is reserved on an account differs from its open legs';

create view ledger.i09_unagreed as
  select h.desk, format('hold %s of ticket %s', h.id, h.ticket) as subject
    from ledger.hold h join ledger.quote q on q.desk = h.desk and q.id = h.quote_id
   where q.status <> 'AUTO' and not exists (
     select from ledger.quote_decision d
      where d.desk = q.desk and d.quote_id = q.id and d.decision = 'ACCEPT' and q.status = 'ACCEPTED');
comment on view ledger.i09_unagreed is 'a hold without a recorded agreement';

create view ledger.i10_over_refund as
  select desk, format('leg %s of ticket %s', transfer_id, ticket) as subject
    from ledger.charged_leg where given_back > amount
  union all
  select j.desk, format('ticket %s', j.ticket)
    from ledger.journal j join ledger.transfer t on t.desk = j.desk and t.journal_id = j.id
    join ledger.account a on a.desk = t.desk and a.id in (t.from_account, t.to_account) and a.kind = 'CONSUMED'
   where j.ticket is not null and t.phase in ('SINGLE', 'POST')
   group by j.desk, j.ticket
  having sum(case when t.to_account = a.id then t.amount else -t.amount end) < 0;
comment on view ledger.i10_over_refund is 'more was given back than was charged';

create view ledger.i11_two_at_once as
  select desk, format('ticket %s: active holds', ticket) as subject from ledger.hold where resolved_by is null
   group by desk, ticket having count(*) > 1
  union all
  select desk, format('ticket %s: open quotes', ticket) from ledger.quote where status = 'SENT'
   group by desk, ticket having count(*) > 1
  union all
  select desk, format('quote %s: holds', quote_id) from ledger.hold group by desk, quote_id having count(*) > 1;
comment on view ledger.i11_two_at_once is 'two active holds or open quotes on one ticket, or two holds for one quote';

create view ledger.i12_conservation as
  with flow as (
    select t.desk, t.unit, a.kind, sum(case when a.id = t.to_account then t.amount else -t.amount end) as amount
      from ledger.transfer t
      join ledger.account a on a.desk = t.desk and a.id in (t.from_account, t.to_account) and a.wallet_id is null
     where t.phase in ('SINGLE', 'POST') group by t.desk, t.unit, a.kind),
  house as (select desk, unit, sum(amount) as amount from flow group by desk, unit),
  held as (select desk, unit, sum(posted_in - posted_out) as amount from ledger.account
            where wallet_id is not null group by desk, unit)
  select coalesce(h.desk, c.desk) as desk, format('unit %s', coalesce(h.unit, c.unit)) as subject
    from house h full join held c on c.desk = h.desk and c.unit = h.unit
   where coalesce(h.amount, 0) + coalesce(c.amount, 0) <> 0;
comment on view ledger.i12_conservation is 'issued differs from consumed, expired, refunded and still held together';

create view ledger.i13_overage as
  select a.desk, format('wallet %s', a.wallet_id) as subject
    from ledger.account a join ledger.wallet w on w.desk = a.desk and w.id = a.wallet_id
   where a.kind = 'OVERAGE' and not w.overage_allowed;
comment on view ledger.i13_overage is 'overage where none is allowed';

create view ledger.i14_shape as
  select j.desk, format('journal %s: empty', j.id) as subject from ledger.journal j
   where not exists (select from ledger.transfer t where t.desk = j.desk and t.journal_id = j.id)
     and not exists (select from ledger.charge_back c where c.desk = j.desk and c.journal_id = j.id)
  union all
  select t.desk, format('transfer %s: units mixed', t.id)
    from ledger.transfer t join ledger.account a on a.desk = t.desk and a.id in (t.from_account, t.to_account)
   where a.unit <> t.unit
  union all
  select t.desk, format('transfer %s: wallets mixed', t.id)
    from ledger.transfer t join ledger.account f on f.desk = t.desk and f.id = t.from_account
    join ledger.account d on d.desk = t.desk and d.id = t.to_account where f.wallet_id <> d.wallet_id
  union all
  select h.desk, format('hold %s: journal of kind %s', h.id, j.kind)
    from ledger.hold h join ledger.journal j on j.desk = h.desk and j.id = h.id where j.kind <> 'HOLD';
comment on view ledger.i14_shape is 'an event without effect, or one that mixes units or wallets';

create view ledger.i15_validity as
  select t.desk, format('transfer %s', t.id) as subject
    from ledger.transfer t
    join ledger.account f on f.desk = t.desk and f.id = t.from_account and f.kind = 'GRANT'
    join ledger.account d on d.desk = t.desk and d.id = t.to_account and d.kind = 'CONSUMED'
    join ledger.journal j on j.desk = t.desk and j.id = t.journal_id
   where t.phase in ('SINGLE', 'PENDING') and (j.effective_at < f.effective_at or j.effective_at >= f.expires_at);
comment on view ledger.i15_validity is 'a lot was used outside its validity';

create view ledger.i19_expiring_credit as
  select desk, format('lot %s', source_ref) as subject from ledger.account
   where kind = 'GRANT' and unit = 'CREDIT' and expires_at <> 'infinity'
  union all
  select t.desk, format('transfer %s', t.id) from ledger.transfer t
    join ledger.account d on d.desk = t.desk and d.id = t.to_account
   where d.kind = 'EXPIRED' and d.unit = 'CREDIT';
comment on view ledger.i19_expiring_credit is 'a credit that can expire, or did';

create view ledger.i20_late_decision as
  select d.desk, format('quote %s', d.quote_id) as subject
    from ledger.quote_decision d join ledger.quote q on q.desk = d.desk and q.id = d.quote_id
   where d.decided_at >= q.expires_at or d.auth <> 'PASS'
      or q.status = case d.decision when 'ACCEPT' then 'DECLINED' else 'ACCEPTED' end
  union all
  select q.desk, format('quote %s', q.id) from ledger.quote q
   where q.status in ('ACCEPTED', 'DECLINED') and not exists (
     select from ledger.quote_decision d where d.desk = q.desk and d.quote_id = q.id);
comment on view ledger.i20_late_decision is 'a decision after the expiry, unauthenticated, or at odds with its quote';

create view ledger.i21_granted_twice as
  select desk, format('source %s', source_ref) as subject from ledger.account where kind = 'GRANT'
   group by desk, source_ref having count(*) > 1
  union all
  select t.desk, format('account %s', t.to_account) from ledger.transfer t
    join ledger.journal j on j.desk = t.desk and j.id = t.journal_id and j.kind = 'GRANT'
   group by t.desk, t.to_account having count(*) > 1;
comment on view ledger.i21_granted_twice is 'one source granted twice';

create view ledger.i24_other_way_back as
  select t.desk, format('transfer %s', t.id) as subject
    from ledger.transfer t join ledger.transfer r on r.desk = t.desk and r.id = t.reverses
   where (t.from_account, t.to_account) <> (r.to_account, r.from_account)
  union all
  select r.desk, format('leg %s', r.id)
    from ledger.transfer r join ledger.transfer t on t.desk = r.desk and t.reverses = r.id
   group by r.desk, r.id having sum(t.amount) > r.amount;
comment on view ledger.i24_other_way_back is 'a refund to another lot than the one that paid, or of more than it paid';

create view ledger.i25_old_quote_alive as
  select q.desk, format('quote %s of ticket %s', q.id, q.ticket) as subject
    from ledger.quote q
   where q.status in ('SENT', 'ACCEPTED', 'AUTO')
     and not exists (select from ledger.hold h where h.desk = q.desk and h.quote_id = q.id)
     and exists (select from ledger.quote n
                  where n.desk = q.desk and n.ticket = q.ticket and n.version > q.version);
comment on view ledger.i25_old_quote_alive is 'an older version of a quote that could still be held';

create view ledger.i26_charged_back as
  select c.desk, format('lot %s', a.source_ref) as subject
    from ledger.charge_back c join ledger.account a on a.desk = c.desk and a.id = c.account_id
   where a.available <> 0;
comment on view ledger.i26_charged_back is 'something is available on a lot that was charged back';

-- The invariants that are there, by their names.
create view ledger.invariant as
  select upper(left(c.relname, 3)) as code, c.relname::text as view_name,
         coalesce(obj_description(c.oid, 'pg_class'), c.relname) as title
    from pg_catalog.pg_class c
   where c.relnamespace = 'ledger'::regnamespace and c.relkind = 'v' and c.relname ~ '^i\d\d_';

-- STABLE, so that all of them look at one and the same moment, also while the desk is at work.
create function ledger.find_violations(out code text, out desk text, out subject text, out count bigint)
returns setof record language plpgsql stable as $$
declare v record;
begin
  for v in select * from ledger.invariant i order by i.view_name loop
    return query execute format(
      'select %L::text, x.desk, %L || '': '' || min(x.subject), count(*) from ledger.%I x group by x.desk',
      v.code, v.title, v.view_name);
  end loop;
end $$;

-- Must be empty. One row for each invariant and desk at fault: the title with an example, and how many there are.
create view ledger.violations as select * from ledger.find_violations();
