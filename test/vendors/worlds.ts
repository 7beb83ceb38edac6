/** Every vendor that can be connected, as its fake, for what has to hold of each. */
import type { Vendor } from '../../shared/protocol/connections.ts';
import { dynamicsWorld } from './dynamics/world.ts';
import { hubspotWorld } from './hubspot/world.ts';
import { pipedriveWorld } from './pipedrive/world.ts';
import { rdmarketingWorld } from './rdmarketing/world.ts';
import { rdstationWorld } from './rdstation/world.ts';
import type { VendorWorld } from './roundTrip.ts';
import { salesforceWorld } from './salesforce/world.ts';

const MADE: Readonly<Record<Vendor, (now: number) => VendorWorld>> = {
  hubspot: hubspotWorld,
  salesforce: salesforceWorld,
  dynamics: dynamicsWorld,
  pipedrive: pipedriveWorld,
  rdstation: rdstationWorld,
  rdmarketing: rdmarketingWorld,
};

export const WORLDS = (Object.entries(MADE) as [Vendor, (now: number) => VendorWorld][]).map(
  ([name, make]) => ({ name, make }),
);
