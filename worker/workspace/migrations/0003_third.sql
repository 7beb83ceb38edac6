CREATE TABLE `preview_leads` (
	`job` integer NOT NULL,
	`mark` text NOT NULL,
	`after` text NOT NULL,
	`leads` text NOT NULL,
	PRIMARY KEY(`job`, `after`, `mark`)
);
--> statement-breakpoint
CREATE TABLE `connection_left` (
	`connection_id` text NOT NULL,
	`object` text NOT NULL,
	`record_id` text NOT NULL,
	`why` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`connection_id`, `object`, `record_id`)
);
--> statement-breakpoint
CREATE INDEX `connection_left_why` ON `connection_left` (`connection_id`,`why`);--> statement-breakpoint
ALTER TABLE `leads` ADD `clock_version` integer;--> statement-breakpoint
ALTER TABLE `leads` ADD `clock_calendar` text;--> statement-breakpoint
ALTER TABLE `leads` ADD `clock_trial` integer DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX `leads_clock_earlier` ON `leads` (`id`) WHERE clock is not null and clock_version is null;--> statement-breakpoint
ALTER TABLE `outbox` ADD `reason` text;--> statement-breakpoint
ALTER TABLE `import_errors` ADD `reason` text;--> statement-breakpoint
ALTER TABLE `connection_letters` ADD `faults` text;--> statement-breakpoint
ALTER TABLE `connection_records` ADD `pace_until` integer;--> statement-breakpoint
CREATE INDEX `connection_records_people` ON `connection_records` (`connection_id`) WHERE fact_id is null;