-- Each guard of the ledger: how to take it away (sabotage), what it prevents (misdeed), who must see it (found).
-- The scene: ticket 1 has an active hold of 20, ticket 2 was charged 10 and given back 2, ticket 3 has an open quote,
-- ticket 4 an agreed one; one customer with lots of 5 and 100 credits. Read by TheLedgerGuardsAreSeenRedTest.

-- setup
create schema try;
create function try.house(p_kind text, p_unit text default 'CREDIT') returns bigint language sql as $$
  select id from ledger.account where kind = p_kind and unit = p_unit and wallet_id is null $$;
create function try.lot() returns bigint language sql as $$
  select id from ledger.account where kind = 'GRANT' and unit = 'CREDIT' order by available desc limit 1 $$;
create function try.quote(p_ticket bigint) returns bigint language sql as $$
  select id from ledger.quote where ticket = p_ticket order by version desc limit 1 $$;
create function try.leg() returns ledger.transfer language sql as $$
  select t.* from ledger.transfer t join ledger.hold h on h.id = t.journal_id where h.ticket = 1
   order by t.amount limit 1 $$;
create function try.charge() returns ledger.transfer language sql as $$
  select * from ledger.transfer where phase = 'POST' order by amount limit 1 $$;
create function try.journal(p_kind text) returns bigint language sql as $$
  insert into ledger.journal (desk, idempotency_key, request_hash, kind, actor, effective_at)
  values ('acme', 'rogue ' || clock_timestamp(), '', p_kind, 'rogue', '2026-11-22T10:00Z') returning id $$;
create function try.transfer(p_phase text, p_from bigint, p_to bigint, p_amount bigint, p_pending bigint default null,
                             p_reverses bigint default null, p_unit text default 'CREDIT') returns void
language sql as $$
  insert into ledger.transfer (desk, journal_id, phase, from_account, to_account, unit, amount, pending_id, reverses)
  values ('acme', try.journal('TIME'), p_phase, p_from, p_to, p_unit, p_amount, p_pending, p_reverses) $$;
create function try.hold(p_quote bigint, p_ticket bigint, p_amount bigint) returns void language sql as $$
  insert into ledger.hold (desk, id, ticket, wallet_id, quote_id, unit, amount)
  select desk, try.journal('HOLD'), p_ticket, wallet_id, id, unit, p_amount from ledger.quote where id = p_quote $$;
create function try.without(p_function text, p_text text, p_instead text) returns void language plpgsql as $$
declare v text := (select pg_get_functiondef(oid) from pg_proc
                    where pronamespace = 'ledger'::regnamespace and proname = p_function);
begin
  if position(p_text in v) = 0 then raise exception '% has no %', p_function, p_text; end if;
  execute replace(v, p_text, p_instead);
end $$;

-- guard: a lot is never negative
-- found: I03
alter table ledger.account drop constraint never_negative;
-- misdeed
select try.transfer('SINGLE', try.lot(), try.house('CONSUMED'), 500);

-- guard: a leg is settled once
-- found: I05
drop index ledger.one_resolution;
-- misdeed
select try.transfer('POST', (l).from_account, (l).to_account, (l).amount, (l).id) from (select try.leg() l) x;
alter table ledger.account drop constraint account_pending_out_check;
select try.transfer('POST', (l).from_account, (l).to_account, (l).amount, (l).id) from (select try.leg() l) x;

-- guard: a leg is settled within its amount
-- found: I05
create or replace function ledger.check_settlement(t ledger.transfer) returns void language sql as '';
-- misdeed
select try.transfer('POST', (l).from_account, (l).to_account, (l).amount + 1, (l).id) from (select try.leg() l) x;

-- guard: a refund stays within the leg it gives back
-- found: I10 I24
create or replace function ledger.check_reversal(t ledger.transfer) returns void language sql as '';
-- misdeed
select try.transfer('SINGLE', (c).to_account, (c).from_account, 99, null, (c).id) from (select try.charge() c) x;

-- guard: a refund goes to the lot that paid
-- found: I24
create or replace function ledger.check_reversal(t ledger.transfer) returns void language sql as '';
-- misdeed
select try.transfer('SINGLE', (c).to_account, try.lot(), 1, null, (c).id) from (select try.charge() c) x;

-- guard: every transfer writes its entries
-- found: I02 I12
alter table ledger.transfer disable trigger apply;
-- misdeed
select try.transfer('SINGLE', try.lot(), try.house('CONSUMED'), 500);

-- guard: a lot is used while it is valid
-- found: I15
select try.without('apply_transfer', 'v_at >= f.expires_at', 'false');
-- misdeed
select ledger.grant_units('acme', ledger.open_wallet('acme', 55, 'MINUTE', now()), 60, 'old', 'old', 'x', '2020-01-01',
                          '2020-01-01', '2020-02-01');
select try.transfer('SINGLE', id, try.house('CONSUMED', 'MINUTE'), 1, p_unit => 'MINUTE')
  from ledger.account where source_ref = 'old';

-- guard: what is held is what was agreed
-- found: I06
alter table ledger.hold drop constraint held_as_agreed;
-- misdeed
select try.hold(try.quote(4), 4, 11);

-- guard: a ticket has one active hold
-- found: I11
drop index ledger.one_active_hold;
-- misdeed
select ledger.offer_quote('acme', 1, wallet_id, 20, 2, 'k', '', true, '2027-01-01', 'rogue', 'x', '', '2026-11-22')
  from ledger.quote where ticket = 1;
select try.hold(try.quote(1), 1, 20);

-- guard: a quote is held once
-- found: I11
alter table ledger.hold drop constraint hold_desk_quote_id_key;
-- misdeed
select try.hold(try.quote(2), 2, 10);

-- guard: a ticket has one open quote
-- found: I11 I25
drop index ledger.one_open_quote;
-- misdeed
insert into ledger.quote overriding system value
  select (jsonb_populate_record(q, '{"id": 9999, "version": 9, "idempotency_key": "rogue"}')).*
    from ledger.quote q where ticket = 3;

-- guard: a quote is accepted by a decision
-- found: I20
alter table ledger.quote disable trigger legal_steps;
-- misdeed
update ledger.quote set status = 'ACCEPTED' where ticket = 3;

-- guard: an agreed quote never changes
-- found: I06
alter table ledger.quote disable trigger legal_steps;
alter table ledger.hold drop constraint held_as_agreed;
-- misdeed
update ledger.quote set amount = 25 where ticket = 1;

-- guard: a hold is settled once and for all
-- found: I07
alter table ledger.hold disable trigger settle_once;
-- misdeed
update ledger.hold set resolved_by = null where ticket = 2;

-- guard: entries are not rewritten
-- found: I01 I04
alter table ledger.entry disable trigger append_only;
-- misdeed
update ledger.entry set posted = posted + 1 where account_version = 1;

-- guard: transfers are not rewritten
-- found: I02 I06 I08
alter table ledger.transfer disable trigger append_only;
-- misdeed
update ledger.transfer set amount = amount + 1 where phase in ('PENDING', 'POST');

-- guard: nothing is deleted
-- found: I01 I12
alter table ledger.entry disable trigger append_only;
alter table ledger.transfer disable trigger append_only;
-- misdeed
delete from ledger.entry where transfer_id = (select max(id) from ledger.transfer where reverses is not null);
delete from ledger.transfer where id = (select max(id) from ledger.transfer where reverses is not null);

-- guard: counters move by transfers alone
-- found: I01 I12 I23
alter table ledger.account disable trigger transfers_only;
-- misdeed
update ledger.account set posted_in = posted_in + 5 where id = try.lot();

-- guard: reserved is what the open legs say
-- found: I01 I08 I23
alter table ledger.account disable trigger transfers_only;
-- misdeed
update ledger.account set pending_out = pending_out + 5 where id = try.lot();

-- guard: only a wallet that allows it has minutes over its package
-- found: I13
select try.without('open_wallet', 'if p_overage then', 'if true then');
-- misdeed
select ledger.open_wallet('acme', 56, 'MINUTE', now());

-- guard: a source is granted once
-- found: I21
alter table ledger.account drop constraint account_desk_source_ref_key;
-- misdeed
insert into ledger.account (desk, kind, unit, wallet_id, source_ref)
  select desk, kind, unit, wallet_id, source_ref from ledger.account where id = try.lot();

-- guard: credits never expire
-- found: I19
alter table ledger.account drop constraint credits_never_expire;
-- misdeed
insert into ledger.account (desk, kind, unit, wallet_id, source_ref, expires_at)
  select desk, kind, unit, wallet_id, 'ends', '2030-01-01' from ledger.account where id = try.lot();

-- guard: only an authenticated message decides
-- found: I20
alter table ledger.quote_decision drop constraint quote_decision_auth_check;
-- misdeed
select ledger.decide_quote('acme', try.quote(3), 'ACCEPT', 5, 'mail', 'spoof', 'r', 'yes', 0, 'FAIL', '2026-11-22',
                           '2026-11-22');

-- guard: nobody decides after the expiry
-- found: I20
select try.without('decide_quote', 'p_received_at >= q.expires_at', 'false');
alter table ledger.quote disable trigger legal_steps;
-- misdeed
select ledger.decide_quote('acme', try.quote(3), 'ACCEPT', 5, 'mail', 'late', 'r', 'yes', 0, 'PASS', '2029-11-22',
                           '2029-11-22');

-- guard: only what is agreed is held
-- found: I09
select try.without('hold_quote', 'q.status not in (''ACCEPTED'', ''AUTO'')', 'false');
-- misdeed
select ledger.hold_quote('acme', try.quote(3), 'rogue', 'x', '2026-11-22T10:00Z');

-- guard: a shortfall undoes the hold
-- found: I06
select try.without('hold_quote', 'v_short > 0', 'false');
-- misdeed
select ledger.hold_quote('acme', ledger.offer_quote('acme', 9, wallet_id, 999, 2, 'k', '', true, '2027-01-01', 'rogue',
                                                    'x', '', '2026-11-22'), 'rogue', 'x', '2026-11-22T10:00Z')
  from ledger.quote where ticket = 1;

-- guard: a new version supersedes the older one
-- found: I25
select try.without('offer_quote', 'and not is_held(desk, id)', 'and false');
-- misdeed
select ledger.offer_quote('acme', 4, wallet_id, 20, 2, 'k', '', false, '2027-01-01', 'rogue', 'x', '', '2026-11-22')
  from ledger.quote where ticket = 4;

-- guard: a transfer has one unit
-- found: I14
alter table ledger.transfer drop constraint transfer_desk_to_account_unit_fkey;
-- misdeed
select try.transfer('SINGLE', try.lot(), try.house('CONSUMED', 'POINT'), 1);

-- guard: wallets never mix
-- found: I14
select try.without('apply_transfer', 'f.wallet_id <> t.wallet_id', 'false');
-- misdeed
select ledger.grant_units('acme', ledger.open_wallet('acme', 56, 'CREDIT', now()), 60, 'other', 'other', 'x',
                          '2026-11-22T10:00Z');
select try.transfer('SINGLE', try.lot(), id, 1) from ledger.account where source_ref = 'other';

-- guard: what returns to a lot that was charged back is void
-- found: I26
create or replace function ledger.reclaim(p_desk text, p_journal bigint) returns void language sql as '';
-- misdeed
select ledger.charge_back('acme', source_ref, 'cb' || id, 'x', 'bank', '2026-11-22T10:00Z')
  from ledger.account where kind = 'GRANT';
select ledger.resolve_hold('acme', id, 'VOID', null, 'v', 'x', '', '2026-11-22T10:00Z') from ledger.hold
 where ticket = 1;

-- guard: a quote keeps to the price list
-- found: I22
select try.without('check_price', 'new.amount < p.amount_min or', '');
-- misdeed
select ledger.set_price('acme', 'CREDIT', 'k', 20, null, 'x', '2026-11-22');
select ledger.set_price('acme', 'CREDIT', 'settings', 10, 20, 'x', '2026-11-22');
select ledger.offer_quote('acme', 9, wallet_id, 19, 2, 'k', '', true, '2027-01-01', 'rogue', 'x', '', '2026-11-22')
  from ledger.quote where ticket = 1;

-- guard: a sealed event is not rewritten
-- found: I33
drop trigger append_only on ledger.journal;
-- misdeed
select ledger.seal('acme', 1000);
update ledger.journal set actor = 'somebody else' where kind = 'POST';

-- guard: the words that agreed are not rewritten
-- found: I33
drop trigger append_only on ledger.quote_decision;
-- misdeed
select ledger.seal('acme', 1000);
update ledger.quote_decision set words = 'of course';

-- guard: no link is taken out of the chain
-- found: I33
drop trigger append_only on ledger.link;
-- misdeed
select ledger.seal('acme', 1000);
delete from ledger.link where position = 2;
