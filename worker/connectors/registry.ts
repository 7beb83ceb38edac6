/** Every vendor that can be connected, by its name. A new one is a file beside this one and its line here. */
import { VENDORS, type Vendor } from '../../shared/protocol/connections.ts';
import type { Env } from '../env.ts';
import type { App, Connector } from './connector.ts';
import { dynamics } from './dynamics.ts';
import { hubspot } from './hubspot.ts';
import { pipedrive } from './pipedrive.ts';
import { rdmarketing } from './rdmarketing.ts';
import { rdstation } from './rdstation.ts';
import { salesforce } from './salesforce.ts';

const CONNECTORS: Readonly<Partial<Record<Vendor, Connector>>> = {
  hubspot,
  salesforce,
  dynamics,
  pipedrive,
  rdstation,
  rdmarketing,
};

export function connectorOf(vendor: Vendor): Connector | undefined {
  return CONNECTORS[vendor];
}

export function connectors(): readonly Connector[] {
  return VENDORS.flatMap((vendor) => CONNECTORS[vendor] ?? []);
}

/** Undefined where whoever runs the deployment has not registered it with the vendor. */
export function appOf(env: Env, vendor: Vendor): App | undefined {
  const name = VENDOR_NAMES[vendor];
  const [clientId, clientSecret] = [env[`${name}_CLIENT_ID`], env[`${name}_CLIENT_SECRET`]];
  return clientId && clientSecret ? { clientId, clientSecret } : undefined;
}

const VENDOR_NAMES = {
  hubspot: 'HUBSPOT',
  salesforce: 'SALESFORCE',
  dynamics: 'DYNAMICS',
  pipedrive: 'PIPEDRIVE',
  rdstation: 'RDSTATION',
  rdmarketing: 'RDMARKETING',
} as const satisfies Record<Vendor, Uppercase<Vendor>>;
