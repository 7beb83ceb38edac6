/**
 * What a member did and signed out with waits on the device, sealed (PRI3): each workspace keeps a
 * P-256 key pair per member and gives devices its public half. A device seals with an ephemeral pair,
 * keeps only the ephemeral public half, and gets the content's key back once the same member is here:
 *
 *   content key = HKDF-SHA-256(ECDH(ephemeral, member), salt = ephemeral ‖ member, info = `SEAL_INFO`)
 *
 * Points travel raw (65 bytes), keys as 32 bytes, both as base64. The private half never travels.
 */
import * as z from 'zod';

export const SEAL_INFO = 'combinado sealed outbox 1';

const Point = z.base64().length(88);

/** `GET /v1/me/seal` */
export const SealResponse = z.object({ publicKey: Point });
export type SealResponse = z.infer<typeof SealResponse>;

/** `POST /v1/me/unseal` */
export const UnsealRequest = z.strictObject({ ephemeral: Point });
export type UnsealRequest = z.infer<typeof UnsealRequest>;
export const UnsealResponse = z.object({ key: z.base64().length(44) });
export type UnsealResponse = z.infer<typeof UnsealResponse>;
