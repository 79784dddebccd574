-- Who writes to us, what became of it, and what is still to be done. Money is in the schema ledger.
--
-- Every table leads with the desk, in its key and in its indexes, so that a sharded PostgreSQL (Citus) can put one desk
-- on one node. Two small tables (lease, checkpoint) belong to the bots rather than to a desk and would be replicated.
-- Times are handed in by the caller's clock. Text is cut to its limit by the caller; the checks only catch a mistake.

create sequence customer_number;
create sequence contact_number;
create sequence ticket_number start 1001;       -- one for all desks: gaps are fine, a hot counter row is not

create table desk (
  desk          text        primary key references ledger.desk,
  name          text        not null check (length(name) between 1 and 200),
  unit          text        not null,
  registered_at timestamptz not null,
  foreign key (desk, unit) references ledger.unit
);

create table customer (
  desk              text        not null references desk,
  number            bigint      not null default nextval('customer_number'),
  name              text        not null check (length(name) between 1 and 500),
  provisional       boolean     not null,
  pre_agreed_up_to  bigint      check (pre_agreed_up_to > 0),
  since             timestamptz not null,
  primary key (desk, number)
);

create table contact (
  desk     text        not null,
  number   bigint      not null default nextval('contact_number'),
  customer bigint      not null,
  address  text        not null check (address = lower(address) and length(address) between 1 and 500),
  name     text        not null check (length(name) between 1 and 500),
  language text        not null check (length(language) between 1 and 35),    -- BCP 47
  since    timestamptz not null,
  primary key (desk, number),
  unique (desk, address),                       -- an address belongs to one customer
  foreign key (desk, customer) references customer
);
create index contact_of_customer on contact (desk, customer);

-- Who could agree to charges, and when; the open row says who can now.
create table approver (
  desk    text        not null,
  id      bigint      generated always as identity,
  contact bigint      not null,
  since   timestamptz not null,
  until   timestamptz,
  primary key (desk, id),
  foreign key (desk, contact) references contact,
  check (until >= since)
);
create unique index approver_now on approver (desk, contact) where until is null;
create index approver_ever on approver (desk, contact);

create table ticket (
  desk              text        not null,
  number            bigint      not null check (number > 0),
  customer          bigint      not null,
  requester         bigint      not null,
  subject           text        not null check (length(subject) <= 1000),
  type              text        not null check (type in ('UNKNOWN', 'INCIDENT', 'FEATURE', 'PRICED')),
  mode              text        not null check (mode in ('ASK', 'ASK_ALWAYS', 'PRE_AGREED')),
  cap               bigint      check (cap > 0),
  state             text        not null check (state in ('NEW', 'ASSESSING', 'QUOTED', 'NEGOTIATING', 'FUNDING',
    'WORKING', 'REQUOTED', 'CANCEL_REVIEW', 'ANSWERED', 'CLOSED', 'CLOSED_UNPAID', 'MERGED')),
  state_data        jsonb       not null,
  agreed_at         timestamptz,                -- of an agreement that waits for money
  quotes            integer     not null check (quotes >= 0),
  disputed          boolean     not null,
  created_at        timestamptz not null,
  first_response_at timestamptz,
  due_at            timestamptz,
  due_leased_until  timestamptz not null default '-infinity',
  parent            bigint      check (parent <> number),
  version           bigint      not null check (version >= 0),
  primary key (desk, number),
  foreign key (desk, customer) references customer,
  foreign key (desk, requester) references contact,
  constraint cap_when_agreed_in_advance check ((mode = 'PRE_AGREED') = (cap is not null)),
  constraint state_as_in_data check (state is not distinct from state_data ->> 'type'),
  constraint watched_until_it_ends check (due_at is not null
    or state in ('NEW', 'CLOSED', 'CLOSED_UNPAID', 'MERGED')),
  constraint priced_when_quoted check (state not in ('QUOTED', 'NEGOTIATING', 'FUNDING', 'REQUOTED') or quotes > 0),
  constraint agreed_while_waiting check (state <> 'FUNDING' or agreed_at is not null),
  constraint waiting_when_agreed check (agreed_at is null or state in ('FUNDING', 'REQUOTED'))
) with (fillfactor = 70);
create index ticket_due on ticket (due_at) where due_at is not null;
create index ticket_of_customer on ticket (desk, customer, number);
create index ticket_waiting_for_money on ticket (desk, customer, agreed_at) where agreed_at is not null;
create index ticket_split_off on ticket (desk, parent) where parent is not null;

create table ticket_event (
  desk       text        not null,
  id         bigint      generated always as identity,
  ticket     bigint      not null,
  row        text        not null check (row ~ '^(T\d{2,3}|UNLISTED)$'),
  kind       text        not null check (kind in ('TRANSITION', 'REFUSED', 'IGNORED')),
  reason     text        not null check (length(reason) <= 4000),
  actor_kind text        not null check (actor_kind in ('STAFF', 'CUSTOMER', 'DESK')),
  actor      text        not null check (length(actor) <= 500 and (actor = '') = (actor_kind = 'DESK')),
  before     text        not null,
  after      text        not null,
  state_data jsonb,                             -- the state after a transition
  at         timestamptz not null,
  primary key (desk, id),
  foreign key (desk, ticket) references ticket,
  check ((kind = 'TRANSITION') = (state_data is not null)),
  check (kind = 'TRANSITION' or before = after)
);
create index event_of_ticket on ticket_event (desk, ticket, id);

-- What was said: in, out, or remarked by staff. Raw bytes stay in the inbox.
create table message (
  desk           text        not null,
  id             bigint      generated always as identity,
  ticket         bigint,
  direction      text        not null check (direction in ('IN', 'OUT', 'REMARK')),
  at             timestamptz not null,
  kind           text        check (kind in ('HUMAN', 'BOUNCE', 'DELAYED', 'DELIVERED', 'AUTO_REPLY', 'OUT_OF_OFFICE',
    'LIST', 'MDN', 'ABUSE_REPORT', 'CALENDAR', 'OWN')),
  auth           text        check (auth in ('PASS', 'FAIL', 'NONE')),
  from_name      text,
  from_address   text,
  to_names       text[]      not null,
  to_addresses   text[]      not null,
  subject        text        not null,
  text           text        not null,
  reply          text        not null,
  elided         text        not null,
  signature      text        not null,
  reading_kind   text        check (reading_kind in ('YES', 'NO', 'QUESTION', 'COUNTER', 'CONDITIONAL', 'AMBIGUOUS',
    'OTHER')),
  reading_amount bigint,
  reading_rule   text,
  reading_span   text,
  visibility     text        not null check (visibility in ('PUBLIC', 'STAFF')),
  message_id     text        check (length(message_id) <= 600),
  evidence       text        check (length(evidence) <= 600),   -- channel and native id, as decisions name it
  primary key (desk, id),
  foreign key (desk, ticket) references ticket,
  constraint in_with_verdict check ((direction = 'IN') = (kind is not null)
    and (direction = 'IN') = (auth is not null) and (direction = 'IN') = (evidence is not null)),
  constraint sender_is_whole check ((from_name is null) = (from_address is null)),
  constraint reading_is_whole check ((reading_kind is null) = (reading_rule is null)
    and (reading_kind is null) = (reading_span is null)),
  constraint amount_is_a_counter check (reading_amount is null
    or reading_kind is not distinct from 'COUNTER'),
  check (cardinality(to_names) = cardinality(to_addresses))
);
create unique index message_once on message (desk, evidence) where evidence is not null;
create index message_of_ticket on message (desk, ticket, id);
create index message_without_ticket on message (desk, id) where ticket is null;
create index message_by_id on message (desk, message_id, id) where message_id is not null and ticket is not null;

create table attachment (
  desk       text    not null,
  message    bigint  not null,
  place      integer not null check (place >= 0),
  name       text    not null,
  type       text    not null,
  size       bigint  not null check (size >= 0),
  sha256     text    not null check (sha256 ~ '^[0-9a-f]{64}$'),
  inline     boolean not null,
  content_id text,
  primary key (desk, message, place),
  foreign key (desk, message) references message
);

-- Automatic mail by address, for the brakes against loops.
create table automatic_mail (
  desk    text        not null,
  address text        not null,
  at      timestamptz not null
);
create index automatic_mail_to on automatic_mail (desk, address, at);

-- Everything that arrived, as it arrived. Incompressible enough; a claim must not rewrite it, so it is kept outside.
create table inbox (
  desk        text        not null references desk,
  id          bigint      generated always as identity,
  key         text        not null check (length(key) between 1 and 600),
  channel     text        not null,
  native_id   text        not null,
  received_at timestamptz not null,
  recipients  text[]      not null,
  raw         bytea       not null,
  status      text        not null default 'NEW' check (status in ('NEW', 'DONE', 'QUARANTINED')),
  tries       integer     not null default 0 check (tries >= 0),
  worker      text,
  free_at     timestamptz not null default '-infinity',
  why         text        not null default '' check (length(why) <= 2000),
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (desk, id),
  unique (desk, key),
  constraint worked_on_before_it_ends check (status = 'NEW' or tries > 0)
) with (fillfactor = 85);
alter table inbox alter column raw set storage external;
create index inbox_open on inbox (id) where status = 'NEW';
create index inbox_quarantined on inbox (desk, id) where status = 'QUARANTINED';

-- What is to be sent; the words are in the message row.
create table outbox (
  desk        text        not null,
  id          bigint      generated always as identity,
  message     bigint      not null,
  ticket      bigint      not null check (ticket >= 0),         -- 0: belongs to none, keeps no order
  channel     text        not null,
  reply_to    text        not null,
  in_reply_to text,
  refs        text[]      not null,
  automatic   boolean     not null,
  html        text,
  status      text        not null default 'PENDING' check (status in ('PENDING', 'SENT', 'DEAD')),
  tries       integer     not null default 0 check (tries >= 0),
  worker      text,
  queued_at   timestamptz not null,
  free_at     timestamptz not null default '-infinity',
  done_at     timestamptz,
  provider_id text,
  why         text        not null default '' check (length(why) <= 2000),
  primary key (desk, id),
  unique (desk, message),
  foreign key (desk, message) references message,
  constraint done_when_not_pending check ((status = 'PENDING') = (done_at is null)),
  constraint provider_when_sent check ((status = 'SENT') = (provider_id is not null)),
  constraint dead_with_a_reason check (status <> 'DEAD' or why <> '')
) with (fillfactor = 70);
create index outbox_open on outbox (id) where status = 'PENDING';
create index outbox_turn on outbox (desk, ticket, id) where status = 'PENDING';

create table audit (
  desk       text        not null,
  id         bigint      generated always as identity,
  actor_kind text        not null check (actor_kind in ('STAFF', 'CUSTOMER', 'DESK')),
  actor      text        not null check (length(actor) <= 500 and (actor = '') = (actor_kind = 'DESK')),
  subject    text        not null check (length(subject) <= 200),
  what       text        not null,
  before     text        not null,
  after      text        not null,
  at         timestamptz not null,
  primary key (desk, id)
);
create index audit_of_subject on audit (desk, subject, id);

create table staff (
  desk       text        not null references desk,
  login      text        not null check (login ~ '^[A-Za-z0-9._-]{1,64}$'),
  name       text        not null check (length(name) between 1 and 200),
  roles      text[]      not null check (roles <@ array['AGENT', 'DISPUTE_APPROVER', 'BILLING'] and roles <> '{}'),
  token_hash bytea       not null check (length(token_hash) = 32),
  active     boolean     not null,
  since      timestamptz not null,
  primary key (desk, login)
);
create unique index staff_by_token on staff (token_hash);

create table lease (
  name       text        primary key check (length(name) between 1 and 200),
  worker     text        not null,
  held_until timestamptz not null
) with (fillfactor = 50);

create table checkpoint (
  name  text primary key check (length(name) between 1 and 200),
  value text not null check (length(value) <= 200)
) with (fillfactor = 50);

-- What happened is not rewritten.
create function refuse_rewrite() returns trigger language plpgsql as $$
begin
  raise exception '% on % is forbidden: history is append-only', tg_op, tg_table_name using errcode = '42501';
end $$;
create trigger append_only before update or delete or truncate on ticket_event
  for each statement execute function refuse_rewrite();
create trigger append_only before update or delete or truncate on audit
  for each statement execute function refuse_rewrite();

grant select, insert, update on all tables in schema public to parley_bot;
grant delete on lease to parley_bot;
grant usage on all sequences in schema public to parley_bot;
