/** The worker's code is typed here beside the browser's, whose `crypto` lacks what workerd adds. */
interface SubtleCrypto {
  timingSafeEqual(a: BufferSource, b: BufferSource): boolean;
}
