CREATE TABLE `member_emails` (
	`member_id` text PRIMARY KEY NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `member_emails_hash_unique` ON `member_emails` (`hash`);--> statement-breakpoint
CREATE TABLE `accounts` (
	`id` text PRIMARY KEY NOT NULL,
	`due_at` integer,
	`counted_at` integer,
	`counts` text,
	`place` text,
	`echoes` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `accounts_due` ON `accounts` (`due_at`) WHERE due_at is not null;--> statement-breakpoint
CREATE TABLE `lookup` (
	`id` integer PRIMARY KEY NOT NULL,
	`key` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `merges` (
	`absorbed` text PRIMARY KEY NOT NULL,
	`survivor` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `tokens` (
	`hash` text PRIMARY KEY NOT NULL,
	`device_id` text NOT NULL,
	`state` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `tokens_device` ON `tokens` (`device_id`);--> statement-breakpoint
CREATE TABLE `audit` (
	`seq` integer PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`by` text,
	`action` text NOT NULL,
	`subject` text NOT NULL,
	`detail` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `audit_by` ON `audit` (`by`);--> statement-breakpoint
CREATE INDEX `audit_action` ON `audit` (`action`);--> statement-breakpoint
CREATE INDEX `audit_subject` ON `audit` (`subject`);--> statement-breakpoint
CREATE TABLE `answers` (
	`member_id` text NOT NULL,
	`key` text NOT NULL,
	`route` text NOT NULL,
	`print` text NOT NULL,
	`at` integer NOT NULL,
	`outcome` text NOT NULL,
	PRIMARY KEY(`member_id`, `key`, `route`)
);
--> statement-breakpoint
CREATE INDEX `answers_at` ON `answers` (`at`);--> statement-breakpoint
CREATE TABLE `tries` (
	`key` text PRIMARY KEY NOT NULL,
	`since` integer NOT NULL,
	`count` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `jobs` (
	`n` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`state` text NOT NULL,
	`by` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`due_at` integer,
	`tries` integer NOT NULL,
	`done` integer NOT NULL,
	`total` integer,
	`input` text,
	`cursor` text,
	`result` text,
	`failure` text
);
--> statement-breakpoint
CREATE INDEX `jobs_due` ON `jobs` (`due_at`);--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` text PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`kind` text NOT NULL,
	`target` text NOT NULL,
	`lead_id` text,
	`payload` text NOT NULL,
	`state` text NOT NULL,
	`attempts` integer NOT NULL,
	`created_at` integer NOT NULL,
	`next_at` integer,
	`tried_at` integer,
	`status` integer,
	`error` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `outbox_key` ON `outbox` (`key`);--> statement-breakpoint
CREATE INDEX `outbox_next` ON `outbox` (`next_at`);--> statement-breakpoint
CREATE INDEX `outbox_target` ON `outbox` (`target`,`id`);--> statement-breakpoint
CREATE INDEX `outbox_lead` ON `outbox` (`lead_id`);--> statement-breakpoint
CREATE TABLE `notices` (
	`id` text PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`member_id` text NOT NULL,
	`kind` text NOT NULL,
	`lead_id` text,
	`data` text NOT NULL,
	`created_at` integer NOT NULL,
	`look_at` integer,
	`delivered_at` integer,
	`seq` integer,
	`digest` text,
	`read_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `notices_key` ON `notices` (`key`);--> statement-breakpoint
CREATE INDEX `notices_look` ON `notices` (`look_at`) WHERE look_at is not null;--> statement-breakpoint
CREATE INDEX `notices_member` ON `notices` (`member_id`,`seq`);--> statement-breakpoint
CREATE INDEX `notices_lead` ON `notices` (`lead_id`);--> statement-breakpoint
CREATE TABLE `feeds` (
	`member_id` text PRIMARY KEY NOT NULL,
	`hash` text NOT NULL,
	`origin` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `feeds_hash` ON `feeds` (`hash`);--> statement-breakpoint
CREATE TABLE `hooks` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`label` text NOT NULL,
	`mapping` text NOT NULL,
	`secret` text,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`revoked_at` integer
);
--> statement-breakpoint
CREATE TABLE `inbox` (
	`id` text PRIMARY KEY NOT NULL,
	`hook_id` text NOT NULL,
	`message_id` text NOT NULL,
	`form` integer NOT NULL,
	`body` text,
	`received_at` integer NOT NULL,
	`processed_at` integer,
	`state` text NOT NULL,
	`leads` integer NOT NULL,
	`signals` integer NOT NULL,
	`errors` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `inbox_message` ON `inbox` (`hook_id`,`message_id`);--> statement-breakpoint
CREATE INDEX `inbox_state` ON `inbox` (`state`,`received_at`);--> statement-breakpoint
CREATE INDEX `inbox_received` ON `inbox` (`hook_id`,`received_at`);--> statement-breakpoint
CREATE TABLE `subscriptions` (
	`id` text PRIMARY KEY NOT NULL,
	`label` text NOT NULL,
	`url` text NOT NULL,
	`origin` text NOT NULL,
	`format` text NOT NULL,
	`events` text NOT NULL,
	`secret` text NOT NULL,
	`old_secret` text,
	`overlap_ends_at` integer,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`paused_at` integer,
	`paused_why` text
);
--> statement-breakpoint
CREATE TABLE `absences` (
	`id` text PRIMARY KEY NOT NULL,
	`member_id` text NOT NULL,
	`from_at` integer NOT NULL,
	`until_at` integer NOT NULL,
	`reason` text NOT NULL,
	`by` text NOT NULL,
	`created_at` integer NOT NULL,
	`ended_at` integer
);
--> statement-breakpoint
CREATE INDEX `absences_member` ON `absences` (`member_id`,`from_at`);--> statement-breakpoint
CREATE INDEX `absences_until` ON `absences` (`until_at`);--> statement-breakpoint
CREATE TABLE `backlog_plans` (
	`id` text PRIMARY KEY NOT NULL,
	`by` text NOT NULL,
	`created_at` integer NOT NULL,
	`per_owner` integer NOT NULL,
	`filter` text NOT NULL,
	`state` text NOT NULL,
	`next_at` integer,
	`lot_on` text,
	`lot` text NOT NULL,
	`place` text,
	`skipped` integer NOT NULL,
	`released` integer NOT NULL,
	`ended_at` integer
);
--> statement-breakpoint
CREATE INDEX `backlog_plans_next` ON `backlog_plans` (`next_at`);--> statement-breakpoint
CREATE TABLE `decisions` (
	`id` text PRIMARY KEY NOT NULL,
	`session_id` text NOT NULL,
	`proposal_id` text,
	`text` text NOT NULL,
	`outcome` text NOT NULL,
	`owner` text NOT NULL,
	`due_on` text,
	`referee` text,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `decisions_session` ON `decisions` (`session_id`);--> statement-breakpoint
CREATE TABLE `proposal_examples` (
	`proposal_id` text NOT NULL,
	`lead_id` text NOT NULL,
	PRIMARY KEY(`proposal_id`, `lead_id`)
);
--> statement-breakpoint
CREATE INDEX `proposal_examples_lead` ON `proposal_examples` (`lead_id`);--> statement-breakpoint
CREATE TABLE `proposal_votes` (
	`proposal_id` text NOT NULL,
	`member_id` text NOT NULL,
	`vote` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`proposal_id`, `member_id`)
);
--> statement-breakpoint
CREATE TABLE `proposals` (
	`seq` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	`title` text NOT NULL,
	`text` text NOT NULL,
	`about` text NOT NULL,
	`status` text NOT NULL,
	`session_id` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `proposals_id_unique` ON `proposals` (`id`);--> statement-breakpoint
CREATE INDEX `proposals_status` ON `proposals` (`status`);--> statement-breakpoint
CREATE INDEX `proposals_session` ON `proposals` (`session_id`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`held_on` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`closed_at` integer
);
--> statement-breakpoint
CREATE TABLE `import_errors` (
	`import_id` text NOT NULL,
	`line` integer NOT NULL,
	`field` text NOT NULL,
	`detail` text NOT NULL,
	PRIMARY KEY(`import_id`, `line`)
);
--> statement-breakpoint
CREATE TABLE `import_parts` (
	`import_id` text NOT NULL,
	`n` integer NOT NULL,
	`rows` text NOT NULL,
	PRIMARY KEY(`import_id`, `n`)
);
--> statement-breakpoint
CREATE TABLE `imports` (
	`id` text PRIMARY KEY NOT NULL,
	`by` text NOT NULL,
	`state` text NOT NULL,
	`format` text NOT NULL,
	`dry_run` integer NOT NULL,
	`mapping` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`job_id` text,
	`bytes` integer NOT NULL,
	`rows` integer NOT NULL,
	`created` integer NOT NULL,
	`changed` integer NOT NULL,
	`unchanged` integer NOT NULL,
	`failed` integer NOT NULL,
	`facts` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `imports_open` ON `imports` (`updated_at`) WHERE state in ('receiving', 'running');--> statement-breakpoint
CREATE TABLE `erased_keys` (
	`hash` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`noted` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `erased_keys_unnoted` ON `erased_keys` (`at`) WHERE noted = 0;--> statement-breakpoint
CREATE TABLE `erasure_counters` (
	`report` text NOT NULL,
	`on_date` text NOT NULL,
	`cell` text NOT NULL,
	`n` integer NOT NULL,
	`hits` integer NOT NULL,
	`sum` integer NOT NULL,
	`times` text,
	PRIMARY KEY(`report`, `on_date`, `cell`)
);
--> statement-breakpoint
CREATE TABLE `erasure_key` (
	`id` integer PRIMARY KEY NOT NULL,
	`key` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `erasures` (
	`lead_id` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`at` integer NOT NULL,
	`by` text,
	`noted` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `erasures_seq` ON `erasures` (`seq`);--> statement-breakpoint
CREATE INDEX `erasures_unnoted` ON `erasures` (`seq`) WHERE noted = 0;--> statement-breakpoint
CREATE TABLE `retention` (
	`kind` text PRIMARY KEY NOT NULL,
	`days` integer
);
--> statement-breakpoint
CREATE TABLE `sweeps` (
	`id` integer PRIMARY KEY NOT NULL,
	`started_at` integer NOT NULL,
	`after_lead` text
);
--> statement-breakpoint
CREATE TABLE `epochs` (
	`epoch` text PRIMARY KEY NOT NULL,
	`ended_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `restore_parts` (
	`n` integer PRIMARY KEY NOT NULL,
	`lines` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `restores` (
	`id` integer PRIMARY KEY NOT NULL,
	`restore_id` text NOT NULL,
	`state` text NOT NULL,
	`by` text NOT NULL,
	`started_at` integer NOT NULL,
	`epoch` text NOT NULL,
	`job_id` text
);
--> statement-breakpoint
CREATE TABLE `calendars_before` (
	`version` integer NOT NULL,
	`id` text NOT NULL,
	`generation` integer NOT NULL,
	`compiled` text,
	PRIMARY KEY(`version`, `id`, `generation`)
);
--> statement-breakpoint
CREATE INDEX `calendars_before_generation` ON `calendars_before` (`generation`);--> statement-breakpoint
CREATE TABLE `closures` (
	`n` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`team` text,
	`calendars` text,
	`hours` text,
	`start_at` integer NOT NULL,
	`end_at` integer NOT NULL,
	`reason` text NOT NULL,
	`by` text NOT NULL,
	`declared_at` integer NOT NULL,
	`withdrawn_at` integer,
	`withdrawn_by` text
);
--> statement-breakpoint
CREATE TABLE `report_runs` (
	`key` text PRIMARY KEY NOT NULL,
	`head` integer NOT NULL,
	`as_of` integer NOT NULL,
	`after` text NOT NULL,
	`done` integer NOT NULL,
	`total` integer NOT NULL,
	`finished` integer NOT NULL,
	`cells` text NOT NULL
);
--> statement-breakpoint
ALTER TABLE `calendars` ADD `stated` text;--> statement-breakpoint
ALTER TABLE `devices` ADD `seen_at` integer;--> statement-breakpoint
ALTER TABLE `devices` ADD `rotated_at` integer;--> statement-breakpoint
ALTER TABLE `lead_keys` ADD `hash` integer;--> statement-breakpoint
CREATE INDEX `lead_keys_hash` ON `lead_keys` (`hash`) WHERE hash is not null;--> statement-breakpoint
ALTER TABLE `leads` ADD `generation` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `leads` ADD `handed_off_at` integer;--> statement-breakpoint
ALTER TABLE `leads` ADD `campaign` text;--> statement-breakpoint
ALTER TABLE `leads` ADD `persona` text;--> statement-breakpoint
ALTER TABLE `leads` ADD `account` text;--> statement-breakpoint
ALTER TABLE `leads` ADD `opted_out` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `leads` ADD `touched_at` integer;--> statement-breakpoint
ALTER TABLE `leads` ADD `touched_by` text;--> statement-breakpoint
ALTER TABLE `leads` ADD `clock_kind` text;--> statement-breakpoint
ALTER TABLE `leads` ADD `clock_status` text;--> statement-breakpoint
ALTER TABLE `leads` ADD `due_at` integer;--> statement-breakpoint
ALTER TABLE `leads` ADD `risk_at` integer;--> statement-breakpoint
ALTER TABLE `leads` ADD `search` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `leads` ADD `namesake` text;--> statement-breakpoint
ALTER TABLE `leads` ADD `changed_at` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `leads_owner_score` ON `leads` (`owner`,`score`,`id`);--> statement-breakpoint
CREATE INDEX `leads_owner_due` ON `leads` (`owner`,`due_at`,`id`);--> statement-breakpoint
CREATE INDEX `leads_score` ON `leads` (`score`,`id`);--> statement-breakpoint
CREATE INDEX `leads_due` ON `leads` (`due_at`,`id`) WHERE due_at is not null;--> statement-breakpoint
CREATE INDEX `leads_stage` ON `leads` (`stage`,`score`);--> statement-breakpoint
CREATE INDEX `leads_handed_off` ON `leads` (`owner`,`handed_off_at`);--> statement-breakpoint
CREATE INDEX `leads_first_handed_off` ON `leads` (`handed_off_at`) WHERE handed_off_at is not null;--> statement-breakpoint
CREATE INDEX `leads_earlier` ON `leads` (`id`) WHERE search = '';--> statement-breakpoint
CREATE INDEX `leads_changed` ON `leads` (`changed_at`,`seq`);--> statement-breakpoint
CREATE INDEX `leads_account` ON `leads` (`account`) WHERE account is not null;--> statement-breakpoint
CREATE INDEX `leads_namesake` ON `leads` (`namesake`) WHERE namesake is not null;--> statement-breakpoint
CREATE INDEX `leads_clock` ON `leads` (`clock_status`,`due_at`,`id`) WHERE clock_status is not null;--> statement-breakpoint
CREATE INDEX `leads_backlog` ON `leads` (`score`,`id`,`stage`,`owner`) WHERE backlog = 1;--> statement-breakpoint
ALTER TABLE `workspace` ADD `generation` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `workspace` ADD `calendars_checked_at` integer;--> statement-breakpoint
CREATE INDEX `commands_rejected` ON `commands` (`client_id`,`n`) WHERE result ->> 'result' = 'rejected';--> statement-breakpoint
CREATE INDEX `facts_people` ON `facts` (`actor`,`kind`) WHERE observer in ('page', 'hand') or kind = 'attempt.made';--> statement-breakpoint
CREATE INDEX `facts_deals` ON `facts` (`lead_id`) WHERE kind = 'deal.changed';--> statement-breakpoint
CREATE INDEX `facts_material` ON `facts` (`at`) WHERE kind = 'material.used';