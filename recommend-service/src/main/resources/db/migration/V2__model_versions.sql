-- Trained models with what they were made of; the newest that can be read serves, those before it are kept to go back to.
create table model_version (
    id uuid primary key,
    name text not null,
    train_time timestamptz not null,
    cause text not null,
    settings text not null,
    revision bigint not null,
    event_time timestamptz,
    interactions bigint not null,
    customers bigint not null,
    items bigint not null,
    duration_millis bigint not null,
    bytes bigint not null,
    artefact bytea not null
);
create index model_version_train_time on model_version (train_time desc);
-- An artefact is packed already.
alter table model_version alter column artefact set storage external;
