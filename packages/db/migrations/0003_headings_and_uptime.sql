-- What a list of attempts shows, so that it need not read whole forms: title, scope, timing, number of questions.
alter table attempts add column heading jsonb not null default '{}';
alter table attempts alter column heading drop default;

-- When a server process was last alive on this database. Running attempts get back the time for which none was.
create table server_uptime (
  id boolean primary key check (id),
  alive_at timestamptz not null
);
