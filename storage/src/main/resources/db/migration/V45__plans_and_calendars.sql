-- What account managers plan for months of packages; a later version takes the place of an earlier (H-09).
create table month_plan (
  desk       text        not null,
  number     bigint      generated always as identity,
  contract   text        not null,
  kind       text        not null default 'HOURS' check (kind = 'HOURS'),
  month      date        not null check (extract(day from month) = 1),
  version    smallint    not null check (version > 0),
  made_by    text        not null check (length(made_by) between 1 and 500),
  made_at    timestamptz not null,
  primary key (desk, number),
  unique (desk, contract, month, version),
  foreign key (desk, contract, kind) references contract (desk, number, kind)
);

create table month_plan_task (
  desk     text     not null,
  plan     bigint   not null,
  nth      smallint not null check (nth between 0 and 29),
  title    text     not null check (title ~ '\S' and length(title) <= 150),
  tier     smallint not null check (tier between 1 and 3),
  category text     not null check (length(category) between 1 and 200),
  work     text     not null check (work in ('MONITORING', 'SECURITY_UPDATES', 'TROUBLESHOOTING', 'DESIGN_CHANGES',
    'DEVELOPMENT', 'PROJECT_MANAGEMENT', 'QUALITY_ASSURANCE', 'TRAINING')),
  minutes  bigint   not null check (minutes between 1 and 4464000),
  ticket   bigint,
  primary key (desk, plan, nth),
  foreign key (desk, plan) references month_plan,
  foreign key (desk, ticket) references ticket
);

-- The customer's yes: one a plan.
create table month_plan_yes (
  desk    text        not null,
  plan    bigint      not null,
  said_by text        not null check (said_by ~ '\S' and length(said_by) <= 500),
  message text        not null check (message ~ '\S' and length(message) <= 1000),
  said_at timestamptz not null,
  primary key (desk, plan),
  foreign key (desk, plan) references month_plan
);

-- On which ticket a task is done; only of a plan that was agreed to.
create table month_plan_ticket (
  desk   text     not null,
  plan   bigint   not null,
  nth    smallint not null,
  ticket bigint   not null,
  primary key (desk, plan, nth),
  foreign key (desk, plan, nth) references month_plan_task,
  foreign key (desk, plan) references month_plan_yes,
  foreign key (desk, ticket) references ticket
);

-- Whose open hours count for a customer from a moment on: a calendar of the desk file; '' for the desk's again.
create table customer_calendar (
  desk     text        not null,
  customer bigint      not null,
  nth      smallint    not null check (nth > 0),
  calendar text        not null check (length(calendar) <= 40),
  since    timestamptz not null,
  made_by  text        not null check (length(made_by) between 1 and 500),
  primary key (desk, customer, nth),
  foreign key (desk, customer) references customer
);

do $$
declare t text;
begin
  foreach t in array array['month_plan', 'month_plan_task', 'month_plan_yes', 'month_plan_ticket',
                           'customer_calendar'] loop
    execute format('create trigger append_only before update or delete or truncate on %I
                    for each statement execute function refuse_rewrite()', t);
    execute format('grant select, insert on %I to parley_bot', t);
    execute format('grant select on %I to parley_billing', t);
  end loop;
end $$;
