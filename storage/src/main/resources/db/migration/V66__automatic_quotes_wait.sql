-- A ticket may wait for money with no quote offered so far: what nobody has to be asked about is offered together with
-- its hold.
alter table ticket drop constraint priced_when_quoted;
alter table ticket add constraint priced_when_quoted check (
  state not in ('QUOTED', 'NEGOTIATING', 'FUNDING', 'REQUOTED') or quotes > 0
  or (state = 'FUNDING' and coalesce(state_data #>> '{quote,automatic}' = 'true', false)));
