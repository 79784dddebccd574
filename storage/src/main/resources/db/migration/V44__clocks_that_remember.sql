-- Until when nothing of a contract is left to do, so that a look need not begin with its first cycle.
alter table contract_clock add column done_until timestamptz;
