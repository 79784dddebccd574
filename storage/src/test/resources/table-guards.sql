-- Each guard of the tables of contracts, time, deadlines, sites and the chain: how to take it away (sabotage), and the
-- misdeed it prevents. The scene: a package H-1 from February 2026 on, March and April grouped, one entry of 30 minutes,
-- February invoiced; a contract P-1 on points of one site of another customer, with a site more; one deadline told; two
-- events sealed. Read by TheTablesGuardsAreSeenRedTest. A misdeed that a second guard prevents, too, names it.

-- guard: the hours of a month are in one group
alter table grouped_month drop constraint grouped_month_pkey;
-- misdeed
insert into contract_group select (jsonb_populate_record(g, '{"first_month": "2026-04-01"}')).* from contract_group g;

-- guard: terms follow each other
alter table hours_version disable trigger follows;
-- misdeed
insert into hours_version select (jsonb_populate_record(v, '{"version": 3}')).* from hours_version v;

-- guard: terms are not changed for months before theirs
alter table hours_version disable trigger follows;
-- misdeed
insert into hours_version
  select (jsonb_populate_record(v, '{"version": 2, "from_month": "2026-01-01"}')).* from hours_version v;

-- guard: no contract without terms
alter table contract disable trigger whole;
-- misdeed
insert into contract select (jsonb_populate_record(c, '{"number": "H-9"}')).* from contract c where number = 'H-1';

-- guard: points go by the calendar
alter table contract drop constraint points_by_the_calendar;
alter table contract disable trigger whole;
-- misdeed
insert into contract select (jsonb_populate_record(c, '{"number": "P-9", "anchor_day": 15}')).* from contract c
 where number = 'P-1';

-- guard: what was agreed is not rewritten
alter table hours_version disable trigger append_only;
-- misdeed
update hours_version set minutes = minutes * 10;

-- guard: a contract ends once
alter table contract_end drop constraint contract_end_pkey;
-- misdeed
insert into contract_end select desk, number, 12, 'kim', now() from contract where number = 'H-1';
insert into contract_end select desk, number, 24, 'kim', now() from contract where number = 'H-1';

-- guard: the allowance of a site is one
alter table points_allowance drop constraint points_allowance_pkey;
-- misdeed
insert into points_allowance select (jsonb_populate_record(a, '{"points": 9}')).* from points_allowance a;

-- guard: work is entered once
alter table time_entry drop constraint time_entry_desk_login_ticket_started_at_again_key;
-- misdeed
insert into time_entry overriding system value
  select (jsonb_populate_record(e, '{"id": 999999}')).* from time_entry e;

-- guard: time is whole minutes
alter table time_entry drop constraint time_entry_started_at_check;
-- misdeed
insert into time_entry overriding system value
  select (jsonb_populate_record(e, '{"id": 999999, "started_at": "2026-03-02T08:00:01Z"}')).* from time_entry e;

-- guard: a piece of time is all paid for
alter table time_piece drop constraint all_is_paid_for;
-- misdeed
insert into time_piece select (jsonb_populate_record(p, '{"nth": 9, "minutes": 31}')).* from time_piece p;

-- guard: only a contract has cycles
alter table time_piece drop constraint month_of_a_contract;
-- misdeed
insert into time_piece
  select (jsonb_populate_record(p, '{"nth": 9, "contract": null, "in_package": 0, "open": 30}')).* from time_piece p;

-- guard: without a contract no package pays
alter table time_piece drop constraint on_demand_is_open;
-- misdeed
insert into time_piece
  select (jsonb_populate_record(p, '{"nth": 9, "contract": null, "month": null}')).* from time_piece p;

-- guard: time is not rewritten
alter table time_piece disable trigger append_only;
-- misdeed
update time_piece set in_package = 0, over = 30;

-- guard: a person has one stopwatch
alter table timer drop constraint timer_pkey;
-- misdeed
insert into timer select desk, 'kim', ticket, 'TRAINING', now() from time_entry;
insert into timer select desk, 'kim', ticket, 'MONITORING', now() from time_entry;

-- guard: a cycle is invoiced once
alter table hours_invoice drop constraint hours_invoice_pkey cascade;
-- misdeed
insert into hours_invoice select (jsonb_populate_record(i, '{"number": "H-1-again"}')).* from hours_invoice i;

-- guard: an invoice's number is its own
alter table hours_invoice drop constraint hours_invoice_desk_number_key;
alter table hours_invoice disable trigger whole;
-- misdeed
insert into hours_invoice select (jsonb_populate_record(i, '{"month": "2026-07-01"}')).* from hours_invoice i;

-- guard: an invoice is the sum of its lines
alter table hours_invoice disable trigger whole;
-- misdeed
insert into hours_invoice
  select (jsonb_populate_record(i, '{"month": "2026-07-01", "number": "H-1-2026-07"}')).* from hours_invoice i;

-- guard: an invoice is not rewritten
alter table hours_invoice_line disable trigger append_only;
-- misdeed
delete from hours_invoice_line;

-- guard: a yes to overage counts once
alter table overage_yes drop constraint overage_yes_desk_contract_message_key;
-- misdeed
insert into overage_yes (desk, contract, month, minutes, said_by, message, said_at)
  select desk, number, '2026-03-01', 60, 'alice', '<yes@customer.example>', now()
    from contract, generate_series(1, 2) where number = 'H-1';

-- guard: a notice about hours is told once
alter table hours_notice drop constraint hours_notice_pkey;
-- misdeed
insert into hours_notice select desk, 'USED_80 2026-03', number, 'USED_80', now()
  from contract, generate_series(1, 2) where number = 'H-1';

-- guard: a deadline is told once
alter table level_notice drop constraint level_notice_desk_ticket_key_key;
-- misdeed
insert into level_notice overriding system value
  select (jsonb_populate_record(n, '{"id": 999999}')).* from level_notice n;

-- guard: who was told of a deadline is not rewritten
alter table level_notice disable trigger append_only;
-- misdeed
update level_notice set silent = true;

-- guard: what a ticket was is not rewritten
alter table ticket_classification disable trigger append_only;
-- misdeed
update ticket_classification set type = 'INCIDENT';

-- guard: a wallet of points is of one's own site
alter table ledger.wallet drop constraint points_of_own_site;
-- misdeed
select ledger.open_wallet(s.desk, c.customer, 'POINT', now(), s.number)
  from site s join contract c on c.desk = s.desk and c.number = 'H-1' limit 1;

-- guard: a ticket is paid by a site of its own customer
alter table ticket drop constraint paid_by_own_site;
-- misdeed
update ticket set unit = 'POINT', site = (select min(number) from site);

-- guard: only points belong to sites
alter table ticket drop constraint site_for_points;
alter table ticket drop constraint paid_by_own_site;
-- misdeed
update ticket set unit = 'CREDIT', site = (select min(number) from site);

-- guard: a customer's sites have different names
drop index site_by_name;
-- misdeed
insert into site (desk, customer, name, since) select desk, customer, upper(name), since from site;

-- guard: an event is sealed once
alter table ledger.link drop constraint link_desk_journal_id_key;
-- misdeed
insert into ledger.link select desk, position + 100, journal_id, hash from ledger.link;

-- guard: a place in the chain is taken once
alter table ledger.link drop constraint link_pkey cascade;
alter table ledger.link drop constraint link_desk_journal_id_key;
-- misdeed
insert into ledger.link select desk, position, journal_id, hash from ledger.link;

-- guard: a customer is told once that credits run low
alter table told_once drop constraint told_once_pkey;
-- misdeed
insert into told_once select desk, 'low order-1', now() from contract, generate_series(1, 2) where number = 'H-1';
