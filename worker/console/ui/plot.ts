/** What our charts use of Observable Plot, and no more, so that the rest stays out of the build. */
export { axisX, axisY, dot, gridY, lineY, plot, rectY, ruleX, ruleY, text } from '@observablehq/plot';
