-- The ledger: what is owed, promised and agreed. Balances are never computed by the application.
--
-- Every table leads with the desk, in its primary key and in every foreign key, so that a sharded PostgreSQL
-- (Citus) can put one desk on one node. Ids are unique in a database; a row is named (desk, id).
-- Amounts are whole numbers of the smallest unit. Times called effective_at are handed in by the caller's
-- clock; created_at is the database's own clock, kept as evidence and used by no rule.
create schema ledger;

create table ledger.desk (
  desk          text        primary key check (desk ~ '^[a-z0-9][a-z0-9._-]{0,62}$'),
  registered_at timestamptz not null
);

create table ledger.unit (
  desk  text     not null references ledger.desk,
  code  text     not null check (code ~ '^[A-Z]{3,12}$'),
  scale smallint not null check (scale between 0 and 4),      -- 1 unit = 10^-scale; fixed for ever
  primary key (desk, code)
);

-- A wallet is the lock anchor: whoever changes a balance locks exactly this row first.
-- customer_id names a row of the customer table; the foreign key belongs to the migration that creates it.
create table ledger.wallet (
  desk            text        not null,
  id              bigint      generated always as identity,
  customer_id     bigint      not null,
  unit            text        not null,
  site_id         bigint,                                     -- points are granted per site and never shared
  overage_allowed boolean     not null default false,
  opened_at       timestamptz not null,
  primary key (desk, id),
  unique (desk, id, unit),
  unique nulls not distinct (desk, customer_id, unit, site_id),
  foreign key (desk, unit) references ledger.unit,
  check ((unit = 'POINT') = (site_id is not null)),
  check (not overage_allowed or unit = 'MINUTE')
);

-- A ticket's lock anchor, first in the lock order. The number is the one people see; the ticket itself lives in
-- another table, whose migration may add the foreign key (desk, ticket).
create table ledger.ticket_anchor (
  desk   text   not null references ledger.desk,
  ticket bigint not null,
  primary key (desk, ticket)
);

create table ledger.quote (
  desk            text        not null,
  id              bigint      generated always as identity,
  ticket          bigint      not null,
  version         integer     not null check (version > 0),
  wallet_id       bigint      not null,                       -- who would pay: part of what is agreed to
  unit            text        not null,
  amount          bigint      not null check (amount between 1 and 1000000000000),
  category        smallint    not null check (category > 0),
  category_key    text        not null check (length(category_key) between 1 and 100),
  scope           text        not null check (length(scope) <= 4000),
  reason          text        not null check (length(reason) <= 2000),
  offered_by      text        not null check (length(offered_by) between 1 and 200),
  status          text        not null
    check (status in ('SENT', 'AUTO', 'ACCEPTED', 'DECLINED', 'EXPIRED', 'SUPERSEDED', 'WITHDRAWN')),
  status_at       timestamptz not null,
  expires_at      timestamptz not null,
  offered_at      timestamptz not null,
  created_at      timestamptz not null default clock_timestamp(),
  idempotency_key text        not null check (length(idempotency_key) between 1 and 200),
  request_hash    bytea       not null,
  primary key (desk, id),
  unique (desk, idempotency_key),
  unique (desk, ticket, version),
  unique (desk, id, ticket, wallet_id, unit, amount),         -- target of the hold's foreign key
  foreign key (desk, ticket) references ledger.ticket_anchor,
  foreign key (desk, wallet_id, unit) references ledger.wallet (desk, id, unit),
  check (expires_at > offered_at)
);
create unique index one_open_quote on ledger.quote (desk, ticket) where status = 'SENT';

-- An open quote may be given more time (a question stops its clock); its amount and its words never change.
create table ledger.quote_extension (
  desk           text        not null,
  quote_id       bigint      not null,
  expires_at     timestamptz not null,
  expired_before timestamptz not null,
  actor          text        not null check (length(actor) between 1 and 200),
  reason         text        not null check (length(reason) <= 2000),
  effective_at   timestamptz not null,
  created_at     timestamptz not null default clock_timestamp(),
  primary key (desk, quote_id, expires_at),
  foreign key (desk, quote_id) references ledger.quote,
  check (expires_at > expired_before)
);

-- Who agreed to what, by which words, read by which rule. The primary key lets a quote be decided once.
-- contact_id and message_ref name rows of other tables, whose migrations may add the foreign keys.
create table ledger.quote_decision (
  desk         text        not null,
  quote_id     bigint      not null,
  decision     text        not null check (decision in ('ACCEPT', 'DECLINE')),
  contact_id   bigint      not null,
  channel      text        not null check (length(channel) between 1 and 100),
  message_ref  text        not null check (length(message_ref) between 1 and 1000),
  reading_rule text        not null check (length(reading_rule) between 1 and 200),
  words        text        not null check (length(words) <= 1000),
  words_start  integer     not null check (words_start >= 0), -- offset of the words in the new text
  auth         text        not null check (auth = 'PASS'),    -- nothing less ever decides
  decided_at   timestamptz not null,                          -- when the server received the message
  recorded_at  timestamptz not null,                          -- when it was read, by the caller's clock
  created_at   timestamptz not null default clock_timestamp(),
  primary key (desk, quote_id),
  unique (desk, message_ref),
  foreign key (desk, quote_id) references ledger.quote
);

create table ledger.journal (                                 -- one business event
  desk            text        not null references ledger.desk,
  id              bigint      generated always as identity,
  idempotency_key text        not null check (length(idempotency_key) between 1 and 200),
  request_hash    bytea       not null,
  kind            text        not null check (kind in
    ('GRANT', 'HOLD', 'POST', 'VOID', 'REFUND', 'REFUND_MONEY', 'CHARGE_BACK', 'EXPIRE', 'TIME')),
  ticket          bigint,
  quote_id        bigint,
  reverses        bigint,
  actor           text        not null check (length(actor) between 1 and 200),
  reason          text        check (length(reason) <= 2000),
  effective_at    timestamptz not null,
  created_at      timestamptz not null default clock_timestamp(),
  primary key (desk, id),
  unique (desk, idempotency_key),
  foreign key (desk, ticket) references ledger.ticket_anchor,
  foreign key (desk, quote_id) references ledger.quote,
  foreign key (desk, reverses) references ledger.journal
);
create index journal_of_ticket on ledger.journal (desk, ticket, id) where ticket is not null;

-- A grant is an account of its own, a lot: one per credit package, site-month or hours cycle.
-- House accounts (wallet_id null) keep no running balance, so no row is hot.
create table ledger.account (
  desk          text        not null,
  id            bigint      generated always as identity,
  kind          text        not null check (kind in
    ('GRANT', 'OVERAGE', 'ISSUED', 'CONSUMED', 'EXPIRED', 'REFUNDED')),
  unit          text        not null,
  wallet_id     bigint,
  source_ref    text        check (length(source_ref) between 1 and 200),
  priority      smallint    not null default 100,             -- lower burns first, then what expires first
  effective_at  timestamptz not null default '-infinity',
  expires_at    timestamptz not null default 'infinity',
  cost_minor    bigint      check (cost_minor >= 0),          -- what the customer paid for this lot
  cost_currency text        check (cost_currency ~ '^[A-Z]{3}$'),
  posted_in     bigint      not null default 0 check (posted_in >= 0),
  posted_out    bigint      not null default 0 check (posted_out >= 0),
  pending_out   bigint      not null default 0 check (pending_out >= 0),
  version       bigint      not null default 0,
  moved_at      timestamptz not null default '-infinity',     -- effective time of the newest entry
  available     bigint      generated always as (posted_in - posted_out - pending_out) stored,
  primary key (desk, id),
  unique (desk, id, unit),
  unique (desk, source_ref),                                  -- an order line is granted once
  foreign key (desk, unit) references ledger.unit,
  foreign key (desk, wallet_id, unit) references ledger.wallet (desk, id, unit),
  constraint house_has_no_wallet check ((kind in ('GRANT', 'OVERAGE')) = (wallet_id is not null)),
  constraint grant_has_source check ((kind = 'GRANT') = (source_ref is not null)),
  constraint cost_has_currency check ((cost_minor is null) = (cost_currency is null)),
  constraint valid_for_a_while check (effective_at < expires_at),
  constraint credits_never_expire check (unit <> 'CREDIT' or expires_at = 'infinity'),
  constraint never_negative check (kind <> 'GRANT' or posted_in - posted_out - pending_out >= 0)
) with (fillfactor = 80);
create unique index one_house_account on ledger.account (desk, unit, kind) where wallet_id is null;
create unique index one_overage on ledger.account (desk, wallet_id) where kind = 'OVERAGE';
create index lots_in_burn_order on ledger.account (desk, wallet_id, priority, expires_at, id) where kind = 'GRANT';
create index lots_by_expiry on ledger.account (desk, expires_at) where kind = 'GRANT' and expires_at < 'infinity';

create table ledger.transfer (                                -- balanced by construction: one from, one to
  desk         text   not null,
  id           bigint generated always as identity,
  journal_id   bigint not null,
  phase        text   not null check (phase in ('SINGLE', 'PENDING', 'POST', 'VOID')),
  from_account bigint not null,
  to_account   bigint not null,
  unit         text   not null,
  amount       bigint not null check (amount between 1 and 1000000000000),
  pending_id   bigint,                                        -- the leg of a hold that this one settles
  reverses     bigint,                                        -- the leg that this one gives back, whole or in part
  primary key (desk, id),
  foreign key (desk, journal_id) references ledger.journal,
  foreign key (desk, from_account, unit) references ledger.account (desk, id, unit),
  foreign key (desk, to_account, unit) references ledger.account (desk, id, unit),
  foreign key (desk, pending_id) references ledger.transfer,
  foreign key (desk, reverses) references ledger.transfer,
  check (from_account <> to_account),
  check ((phase in ('POST', 'VOID')) = (pending_id is not null)),
  check (reverses is null or phase = 'SINGLE')
);
create unique index one_resolution on ledger.transfer (desk, pending_id) where pending_id is not null;
create index transfer_of_journal on ledger.transfer (desk, journal_id);
create index refunds_of_leg on ledger.transfer (desk, reverses) where reverses is not null;

create table ledger.entry (                                   -- written only by the transfer's trigger
  desk            text        not null,
  account_id      bigint      not null,
  account_version bigint      not null,                       -- gapless per account
  transfer_id     bigint      not null,
  posted          bigint      not null,                       -- signed
  pending         bigint      not null,                       -- signed; negative = reserved
  balance_after   bigint      not null,
  available_after bigint      not null,
  effective_at    timestamptz not null,                       -- never before the account's previous entry
  created_at      timestamptz not null default clock_timestamp(),
  primary key (desk, account_id, account_version),
  unique (desk, account_id, transfer_id),
  foreign key (desk, account_id) references ledger.account,
  foreign key (desk, transfer_id) references ledger.transfer
);

-- Reserved for an agreed quote. The foreign key makes another amount, wallet or ticket than the agreed impossible.
create table ledger.hold (
  desk        text   not null,
  id          bigint not null,                                -- the journal that took it
  ticket      bigint not null,
  wallet_id   bigint not null,
  quote_id    bigint not null,
  unit        text   not null,
  amount      bigint not null check (amount > 0),
  resolved_by bigint,
  primary key (desk, id),
  unique (desk, quote_id),                                    -- one hold per quote, ever
  unique (desk, resolved_by),
  foreign key (desk, id) references ledger.journal,
  foreign key (desk, resolved_by) references ledger.journal,
  constraint held_as_agreed foreign key (desk, quote_id, ticket, wallet_id, unit, amount)
    references ledger.quote (desk, id, ticket, wallet_id, unit, amount)
);
create unique index one_active_hold on ledger.hold (desk, ticket) where resolved_by is null;

-- A lot whose payment was charged back: nothing may ever be available on it again.
create table ledger.charge_back (
  desk       text   not null,
  account_id bigint not null,
  journal_id bigint not null,
  primary key (desk, account_id),
  unique (desk, journal_id),
  foreign key (desk, account_id) references ledger.account,
  foreign key (desk, journal_id) references ledger.journal
);

-- The newest row says whether the wallet takes new holds.
create table ledger.wallet_block (
  desk         text        not null,
  id           bigint      generated always as identity,
  wallet_id    bigint      not null,
  blocked      boolean     not null,
  actor        text        not null check (length(actor) between 1 and 200),
  reason       text        not null check (length(reason) <= 2000),
  effective_at timestamptz not null,
  created_at   timestamptz not null default clock_timestamp(),
  primary key (desk, id),
  foreign key (desk, wallet_id) references ledger.wallet
);
create index block_of_wallet on ledger.wallet_block (desk, wallet_id, id desc);

-- Money given back for unspent units of a lot, at the price that lot was bought for.
create table ledger.credit_note (
  desk         text   not null,
  journal_id   bigint not null,
  account_id   bigint not null,
  units        bigint not null check (units > 0),
  amount_minor bigint not null check (amount_minor >= 0),
  currency     text   not null check (currency ~ '^[A-Z]{3}$'),
  primary key (desk, journal_id),
  foreign key (desk, journal_id) references ledger.journal,
  foreign key (desk, account_id) references ledger.account
);
create index credit_note_of_lot on ledger.credit_note (desk, account_id);
