/**
 * How each site lays out what our saved pages are made of, as far as it matters to a chip: lines that
 * cut what is too long, cells that hide what hangs over, rows as high as their text.
 */

const LINE = 'white-space:nowrap;overflow:hidden;text-overflow:ellipsis';
const PAGE = 'html{color-scheme:light}body{font:14px/20px Arial,sans-serif;margin:0;padding:8px}';

export const LOOKS: Readonly<Record<string, string>> = {
  gmail: `${PAGE}.zt{width:100%;table-layout:fixed;border-collapse:collapse}.zA{display:flex;align-items:center;padding:8px 0;border-bottom:1px solid #eee}.zA td{padding:0}
.yX{flex:none;width:168px}.yW{${LINE}}.a4W{flex:1;min-width:0}.xT{display:flex;overflow:hidden;height:20px}.y6{${LINE};flex:none;max-width:70%}.y2{${LINE};color:#777}.afn{position:absolute;left:-9999px}
.M9{width:520px;border:1px solid #ccc;padding:8px}.M9 [role=option]{display:inline-flex;align-items:center;height:22px;border:1px solid #ddd;border-radius:11px;padding:0 8px}.gF .qu{${LINE}}`,
  outlook: `${PAGE}[role=listbox]{width:340px}[role=option]{padding:8px;border-bottom:1px solid #eee}.ESO13,.IjzWp,.ZfoST{${LINE}}`,
  hubspot: `${PAGE}table{border-collapse:collapse;table-layout:fixed;width:760px}td{border-bottom:1px solid #ddd;padding:9px 12px;overflow:hidden}.TruncateDiv{${LINE}}`,
  salesforce: `${PAGE}table{border-collapse:collapse;table-layout:fixed;width:760px}th,td{border-bottom:1px solid #ddd;padding:4px 8px;${LINE};text-align:start;font-weight:400}th>a{display:block;${LINE}}`,
  dynamics: `${PAGE}[role=row]{display:flex;height:auto}[role=gridcell]{${LINE};width:180px;padding:10px 4px;flex:none}`,
  zoho: `${PAGE}lyte-exptable-tr{display:flex;border-bottom:1px solid #ddd}lyte-exptable-td{${LINE};width:200px;padding:8px}lyte-card{display:block;width:240px;border:1px solid #ddd;padding:8px}`,
  odoo: `${PAGE}table{border-collapse:collapse;table-layout:fixed;width:760px}td{border-bottom:1px solid #ddd;padding:6px;${LINE}}`,
  pipedrive: `${PAGE}table{border-collapse:collapse}td,[role=gridcell]{${LINE};padding:6px 10px;max-width:220px}`,
  whatsapp: `${PAGE}#app{display:flex;align-items:flex-start}#pane-side{width:320px}#pane-side [role=row]{padding:12px;border-bottom:1px solid #eee}[data-testid^=cell-frame]{${LINE}}#main{flex:1}#main header{padding:10px;background:#f0f2f5}#main header div{${LINE}}`,
  sample: `${PAGE}ul{margin:0;padding:0;list-style:none}[data-mail]{display:flex;gap:10px;padding:8px 0}[data-mail] [data-email]{flex:none;width:170px;${LINE}}[data-subject]{flex:1;min-width:0;${LINE}}`,
  roundcube: `${PAGE}#messagelist{width:420px;table-layout:fixed}#messagelist td:not(.subject){display:none}#messagelist td.subject{display:block;width:400px;padding:6px}#messagelist td.subject>span{display:block;${LINE}}`,
};

/** A page in the dark as sites paint it. */
export const DARK = 'html,body,body *{background-color:#1b1c1e!important;color:#e3e3e3!important}';
