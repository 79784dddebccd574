-- Two group roles; the application logs in as a member and owns nothing (docs/operating-ledger.md).
--   parley_bot      reads the ledger and calls the functions a conversation needs
--   parley_billing  besides that grants, charges back and refunds money
-- Roles belong to the whole server: another database may have made them, or may be making them now.
do $$
declare v_role text;
begin
  foreach v_role in array array['parley_bot', 'parley_billing'] loop
    if not exists (select from pg_catalog.pg_roles where rolname = v_role) then
      begin
        execute format('create role %I nologin', v_role);
      exception
        when duplicate_object or unique_violation then
          null;
        when insufficient_privilege then
          raise exception 'role % is missing and % may not create it', v_role, current_user
            using errcode = '42501', hint = format('As a superuser: CREATE ROLE %I NOLOGIN; then migrate again.', v_role);
      end;
    end if;
  end loop;
end $$;

grant usage on schema ledger to parley_bot, parley_billing;
grant select on all tables in schema ledger to parley_bot, parley_billing;
alter default privileges in schema ledger grant select on tables to parley_bot, parley_billing;

revoke execute on all functions in schema ledger from public;
grant execute on function
  ledger.register_desk, ledger.register_unit, ledger.open_wallet, ledger.offer_quote, ledger.decide_quote,
  ledger.set_quote_status, ledger.extend_quote, ledger.hold_quote, ledger.resolve_hold, ledger.refund_ticket,
  ledger.expire_due, ledger.use_minutes, ledger.balance, ledger.balance_as_of, ledger.ticket_net_charge,
  ledger.wallet_is_blocked, ledger.find_violations
  to parley_bot, parley_billing;
grant execute on function ledger.grant_units, ledger.charge_back, ledger.block_wallet, ledger.refund_money
  to parley_billing;
