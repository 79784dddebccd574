-- A function in SQL that PostgreSQL cannot inline is planned again at every call; one in PL/pgSQL keeps its plans as
-- long as the connection lives. These run in every decision. What they answer is unchanged.

create or replace function ledger.house(p_desk text, p_unit text, p_kind text) returns bigint
language plpgsql stable as $$
begin
  return (select a.id from ledger.account a
           where a.desk = p_desk and a.unit = p_unit and a.kind = p_kind and a.wallet_id is null);
end $$;

create or replace function ledger.wallet_is_blocked(p_desk text, p_wallet bigint) returns boolean
language plpgsql stable as $$
begin
  return coalesce((select b.blocked from ledger.wallet_block b where b.desk = p_desk and b.wallet_id = p_wallet
                    order by b.id desc limit 1), false);
end $$;

create or replace function ledger.is_held(p_desk text, p_quote bigint) returns boolean language plpgsql stable as $$
begin
  return exists (select from ledger.hold h where h.desk = p_desk and h.quote_id = p_quote);
end $$;

create or replace function ledger.balance(p_desk text, p_wallet bigint, p_now timestamptz,
                                          out balance bigint, out reserved bigint, out available bigint,
                                          out owed bigint, out blocked boolean) language plpgsql stable as $$
begin
  select coalesce(sum(case when p_now < a.expires_at then a.posted_in - a.posted_out else a.pending_out end)
                    filter (where a.kind = 'GRANT'), 0)::bigint,
         coalesce(sum(a.pending_out) filter (where a.kind = 'GRANT'), 0)::bigint,
         coalesce(sum(a.available) filter (where a.kind = 'GRANT' and p_now < a.expires_at), 0)::bigint,
         coalesce(sum(a.posted_out - a.posted_in) filter (where a.kind = 'OVERAGE'), 0)::bigint
    into balance, reserved, available, owed
    from ledger.account a
   where a.desk = p_desk and a.wallet_id = p_wallet and (a.effective_at <= p_now or a.pending_out > 0);
  blocked := ledger.wallet_is_blocked(p_desk, p_wallet);
end $$;

create or replace function ledger.transfer_units(p_desk text, p_journal bigint, p_from bigint, p_to bigint, p_unit text,
                                                 p_amount bigint, p_phase text default 'SINGLE',
                                                 p_pending bigint default null, p_reverses bigint default null)
returns void language plpgsql as $$
begin
  insert into ledger.transfer (desk, journal_id, phase, from_account, to_account, unit, amount, pending_id, reverses)
  values (p_desk, p_journal, p_phase, p_from, p_to, p_unit, p_amount, p_pending, p_reverses);
end $$;

-- Without it a balance looked at all lots of the desk: the other indexes on wallets hold only one kind of account.
create index account_of_wallet on ledger.account (desk, wallet_id) where wallet_id is not null;
