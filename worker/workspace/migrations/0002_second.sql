CREATE TABLE `seals` (
	`member_id` text PRIMARY KEY NOT NULL,
	`public_key` text NOT NULL,
	`private_key` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `lead_reports` (
	`lead_id` text PRIMARY KEY NOT NULL,
	`evaluated_at` integer NOT NULL,
	`valid_until` integer,
	`known_version` integer NOT NULL,
	`generation` integer NOT NULL,
	`room_seq` integer NOT NULL,
	`body` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `lead_reports_until` ON `lead_reports` (`valid_until`) WHERE valid_until is not null;--> statement-breakpoint
CREATE TABLE `room_moves` (
	`member` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `connection_hints` (
	`connection_id` text NOT NULL,
	`key` text NOT NULL,
	`stream` text NOT NULL,
	`record_id` text NOT NULL,
	`gone` text,
	`received_at` integer NOT NULL,
	`done_at` integer,
	PRIMARY KEY(`connection_id`, `key`)
);
--> statement-breakpoint
CREATE INDEX `connection_hints_waiting` ON `connection_hints` (`connection_id`,`received_at`) WHERE done_at is null;--> statement-breakpoint
CREATE INDEX `connection_hints_received` ON `connection_hints` (`received_at`);--> statement-breakpoint
CREATE TABLE `connection_letters` (
	`id` text PRIMARY KEY NOT NULL,
	`connection_id` text NOT NULL,
	`stream` text NOT NULL,
	`record_id` text NOT NULL,
	`why` text NOT NULL,
	`at` integer NOT NULL,
	`tries` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `connection_letters_record` ON `connection_letters` (`connection_id`,`stream`,`record_id`);--> statement-breakpoint
CREATE TABLE `connection_records` (
	`connection_id` text NOT NULL,
	`object` text NOT NULL,
	`record_id` text NOT NULL,
	`lead_id` text NOT NULL,
	`said` text NOT NULL,
	`fact_id` text,
	PRIMARY KEY(`connection_id`, `object`, `record_id`, `lead_id`)
);
--> statement-breakpoint
CREATE INDEX `connection_records_lead` ON `connection_records` (`lead_id`,`connection_id`);--> statement-breakpoint
CREATE INDEX `connection_records_fact` ON `connection_records` (`fact_id`) WHERE fact_id is not null;--> statement-breakpoint
CREATE TABLE `connection_streams` (
	`connection_id` text NOT NULL,
	`stream` text NOT NULL,
	`cursor` text,
	`more` integer NOT NULL,
	PRIMARY KEY(`connection_id`, `stream`)
);
--> statement-breakpoint
CREATE TABLE `connections` (
	`id` text PRIMARY KEY NOT NULL,
	`vendor` text NOT NULL,
	`label` text NOT NULL,
	`state` text NOT NULL,
	`settings` text NOT NULL,
	`account` text,
	`tokens` text,
	`origin` text NOT NULL,
	`asked_hash` text,
	`asked_by` text,
	`asked_until` integer,
	`verifier` text,
	`mapping` text,
	`prepared` integer NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`connected_at` integer,
	`next_at` integer,
	`pace` text,
	`held_until` integer,
	`tries` integer NOT NULL,
	`ran_at` integer,
	`problem` text,
	`counts` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `connections_next` ON `connections` (`next_at`);--> statement-breakpoint
ALTER TABLE `hooks` ADD `old_secret` text;--> statement-breakpoint
ALTER TABLE `hooks` ADD `overlap_ends_at` integer;--> statement-breakpoint
ALTER TABLE `decisions` ADD `item` text;--> statement-breakpoint
CREATE INDEX `decisions_proposal` ON `decisions` (`proposal_id`) WHERE proposal_id is not null;--> statement-breakpoint
ALTER TABLE `proposals` ADD `changes` text;--> statement-breakpoint
ALTER TABLE `sessions` ADD `referee` text;--> statement-breakpoint
ALTER TABLE `sessions` ADD `attendees` text;--> statement-breakpoint
ALTER TABLE `sessions` ADD `notes` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `sessions` ADD `points` text;--> statement-breakpoint
CREATE INDEX `facts_said` ON `facts` (`at`,`seq`) WHERE kind in ('handoff.answered', 'handoff.corrected', 'handoff.contested', 'handoff.decided', 'handoff.commented');--> statement-breakpoint
CREATE INDEX `facts_contested` ON `facts` (`lead_id`) WHERE kind = 'handoff.contested';