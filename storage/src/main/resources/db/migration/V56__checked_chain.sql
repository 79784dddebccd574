-- How far the hash chain was verified: a check goes on from there, so that it takes as long as what is new takes.
-- What a check from there does not see, and when everything is looked at: docs/papers.md.
create table ledger.chain_check (
  desk       text        not null,
  id         bigint      generated always as identity,
  position   bigint      not null,                     -- every line up to here was right
  hash       bytea       not null,                     -- of the link there, then
  whole      boolean     not null,                     -- seen from the first line on, not from the check before
  checked_at timestamptz not null default clock_timestamp(),
  primary key (desk, id),
  foreign key (desk, position) references ledger.link
);
create trigger append_only before update or delete on ledger.chain_check
  for each row execute function ledger.refuse_change();
create trigger no_truncate before truncate on ledger.chain_check
  for each statement execute function ledger.refuse_change();

-- What is wrong with a desk's chain: lines after a position that are not what was sealed, links that are missing, and
-- places where a check ended whose link is gone or another one. The last two look at the whole chain.
create function ledger.chain_faults(p_desk text, p_after bigint) returns setof text language sql stable as $$
  select format('journal %s at position %s', journal_id, position)
    from ledger.sealed
   where desk = p_desk and position > p_after and hash is distinct from sha256(convert_to(line, 'UTF8'))
  union all
  select format('%s links, but the last is at position %s', count(*), max(position))
    from ledger.link where desk = p_desk having max(position) <> count(*)
  union all
  select format('position %s is not what it was when it was checked on %s', c.position, c.checked_at)
    from ledger.chain_check c left join ledger.link l on l.desk = c.desk and l.position = c.position
   where c.desk = p_desk and l.hash is distinct from c.hash
$$;

create or replace view ledger.i33_seal as
  select d.desk, f.subject
    from ledger.desk d
   cross join lateral ledger.chain_faults(
           d.desk, coalesce((select max(c.position) from ledger.chain_check c where c.desk = d.desk), 0)) f(subject);

-- Verifies the chain of every desk: wholly where the last whole check is at least that long ago, else from where the
-- last check ended; and notes how far it is right, where it is, so that nobody can note what was not looked at. One row
-- for each desk at fault, with an example.
create function ledger.verify_chain(p_whole_every interval, out desk text, out subject text, out count bigint)
returns setof record
language plpgsql security definer set search_path = ledger, pg_temp as $$
declare
  v_desk text;
  v_end link;
  v_after bigint;
  v_whole boolean;
begin
  for v_desk in select d.desk from desk d order by d.desk loop
    select l.* into v_end from link l where l.desk = v_desk order by l.position desc limit 1;
    select coalesce(max(c.position), 0),
           coalesce(max(c.checked_at) filter (where c.whole) <= clock_timestamp() - p_whole_every, true)
      into v_after, v_whole from chain_check c where c.desk = v_desk;
    return query select v_desk, min(f), count(*)
        from chain_faults(v_desk, case when v_whole then 0 else v_after end) f having count(*) > 0;
    if not found and v_end.position is not null and (v_whole or v_end.position > v_after) then
      insert into chain_check (desk, position, hash, whole) values (v_desk, v_end.position, v_end.hash, v_whole);
    end if;
  end loop;
end $$;
revoke execute on function ledger.chain_faults, ledger.verify_chain from public;
grant execute on function ledger.chain_faults, ledger.verify_chain to parley_bot, parley_billing;
grant select on ledger.chain_check to parley_bot, parley_billing;
