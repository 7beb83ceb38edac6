/** Bindings and variables of the worker, as `wrangler.toml` and the local runner give them. */
import type { Vendor } from '../shared/protocol/connections.ts';
import type { Ledger } from './ledger.ts';
import type { Registry } from './registry.ts';
import type { Workspace } from './workspace/workspace.ts';

/** What this deployment is registered as with each vendor: `HUBSPOT_CLIENT_ID`, `HUBSPOT_CLIENT_SECRET`… */
type VendorApps = { readonly [Name in `${Uppercase<Vendor>}_CLIENT_${'ID' | 'SECRET'}`]?: string };

export interface Env extends VendorApps {
  readonly WORKSPACE: DurableObjectNamespace<Workspace>;
  readonly REGISTRY: DurableObjectNamespace<Registry>;
  readonly LEDGER: DurableObjectNamespace<Ledger>;
  /** Files that are served as they are: the pages of the API's document. */
  readonly ASSETS: Fetcher;
  /** Opens the first workspace, once (ACC4). */
  readonly SETUP_TOKEN?: string;
  /** Lets a locked-out admin in again (`npm run recover`); the setup token when left out. */
  readonly RECOVERY_TOKEN?: string;
  /** The company's own sign-in (OpenID Connect): issuer, and what it calls this worker. */
  readonly OIDC_ISSUER?: string;
  readonly OIDC_CLIENT_ID?: string;
  readonly OIDC_CLIENT_SECRET?: string;
  /** `request`: the header `Combinado-Now` sets the clock. For tests and the sample only. */
  readonly COMBINADO_CLOCK?: string;
  /** `loopback`: webhooks may also go to this machine. For tests only. */
  readonly COMBINADO_OUTBOUND?: string;
  /**
   * Where vendors' hosts are found instead, by name below it (`http://127.0.0.1:9/api.hubapi.com/…`). For
   * tests only, and only with `COMBINADO_OUTBOUND = loopback`.
   */
  readonly COMBINADO_VENDORS?: string;
  /** Requests a minute that one device may make; 600 when left out. */
  readonly COMBINADO_RATE?: string;
}
