/**
 * Stands in for `d3-geo` in the build (`vite.config.ts`): Plot names its projections when it is loaded,
 * and no chart of ours is a map. It would be a tenth of the first view.
 */
const nowhere = () => ({});

export {
  nowhere as geoAlbers,
  nowhere as geoAlbersUsa,
  nowhere as geoAzimuthalEqualArea,
  nowhere as geoAzimuthalEquidistant,
  nowhere as geoCentroid,
  nowhere as geoClipRectangle,
  nowhere as geoConicConformal,
  nowhere as geoConicEqualArea,
  nowhere as geoConicEquidistant,
  nowhere as geoEqualEarth,
  nowhere as geoEquirectangular,
  nowhere as geoGnomonic,
  nowhere as geoGraticule10,
  nowhere as geoMercator,
  nowhere as geoOrthographic,
  nowhere as geoPath,
  nowhere as geoStereographic,
  nowhere as geoStream,
  nowhere as geoTransform,
  nowhere as geoTransverseMercator,
};
