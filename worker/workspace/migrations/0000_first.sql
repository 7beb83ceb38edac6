CREATE TABLE `calendars` (
	`id` text PRIMARY KEY NOT NULL,
	`compiled` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `clients` (
	`id` text PRIMARY KEY NOT NULL,
	`member_id` text NOT NULL,
	`last_n` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `clocks` (
	`lead_id` text PRIMARY KEY NOT NULL,
	`due_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `clocks_due` ON `clocks` (`due_at`);--> statement-breakpoint
CREATE TABLE `commands` (
	`client_id` text NOT NULL,
	`n` integer NOT NULL,
	`id` text NOT NULL,
	`member_id` text NOT NULL,
	`recorded_at` integer NOT NULL,
	`command` text NOT NULL,
	`result` text NOT NULL,
	PRIMARY KEY(`client_id`, `n`)
);
--> statement-breakpoint
CREATE INDEX `commands_id` ON `commands` (`id`);--> statement-breakpoint
CREATE TABLE `definitions` (
	`version` integer PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`author` text NOT NULL,
	`note` text NOT NULL,
	`published_at` integer NOT NULL,
	`effective_at` integer NOT NULL,
	`signed` integer NOT NULL,
	`signatures` text NOT NULL,
	`choices` text NOT NULL,
	`hash` text NOT NULL,
	`body` text NOT NULL,
	`calendars` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `departures` (
	`seq` integer NOT NULL,
	`lead_id` text NOT NULL,
	`member_id` text,
	PRIMARY KEY(`seq`, `lead_id`)
);
--> statement-breakpoint
CREATE TABLE `devices` (
	`id` text PRIMARY KEY NOT NULL,
	`hash` text NOT NULL,
	`member_id` text NOT NULL,
	`kind` text NOT NULL,
	`label` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer,
	`revoked_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `devices_hash` ON `devices` (`hash`);--> statement-breakpoint
CREATE INDEX `devices_member` ON `devices` (`member_id`);--> statement-breakpoint
CREATE TABLE `drafts` (
	`id` integer PRIMARY KEY NOT NULL,
	`hash` text NOT NULL,
	`body` text NOT NULL,
	`author` text NOT NULL,
	`saved_at` integer NOT NULL,
	`signatures` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `facts` (
	`seq` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`lead_id` text NOT NULL,
	`at` integer NOT NULL,
	`recorded_at` integer NOT NULL,
	`actor` text NOT NULL,
	`observer` text NOT NULL,
	`kind` text NOT NULL,
	`body` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `facts_id` ON `facts` (`id`);--> statement-breakpoint
CREATE INDEX `facts_lead` ON `facts` (`lead_id`,`seq`);--> statement-breakpoint
CREATE INDEX `facts_routed` ON `facts` (`at`) WHERE kind = 'owner.routed';--> statement-breakpoint
CREATE TABLE `grants` (
	`hash` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`member_id` text NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	`tries` integer NOT NULL,
	`challenge` text,
	`redirect_uri` text,
	`device_id` text
);
--> statement-breakpoint
CREATE TABLE `lead_keys` (
	`key` text NOT NULL,
	`lead_id` text NOT NULL,
	PRIMARY KEY(`key`, `lead_id`)
);
--> statement-breakpoint
CREATE INDEX `lead_keys_lead` ON `lead_keys` (`lead_id`);--> statement-breakpoint
CREATE TABLE `leads` (
	`id` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`owner_seq` integer NOT NULL,
	`evaluated_at` integer NOT NULL,
	`valid_until` integer,
	`known_version` integer NOT NULL,
	`owner` text,
	`name` text,
	`company` text,
	`source` text,
	`stage` text NOT NULL,
	`score` integer NOT NULL,
	`segment` text,
	`backlog` integer NOT NULL,
	`unrouted` integer NOT NULL,
	`clock` text
);
--> statement-breakpoint
CREATE INDEX `leads_seq` ON `leads` (`seq`);--> statement-breakpoint
CREATE INDEX `leads_owner` ON `leads` (`owner`,`seq`);--> statement-breakpoint
CREATE TABLE `members` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`log` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `teams` (
	`id` text PRIMARY KEY NOT NULL,
	`label` text NOT NULL,
	`side` text NOT NULL,
	`manager` text,
	`calendar` text
);
--> statement-breakpoint
CREATE TABLE `workspace` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`language` text NOT NULL,
	`epoch` text NOT NULL,
	`created_at` integer NOT NULL,
	`head` integer NOT NULL,
	`room_seq` integer NOT NULL
);
