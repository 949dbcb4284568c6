/** How the HTML export looks, on a screen, zoomed in and on paper. */
export const htmlStyle = `
:root { color-scheme: light; --ink: #1d2a35; --quiet: #51606c; --accent: #1f4e6b; --rule: #b8c4cc; --head: #e9eef2; }
* { box-sizing: border-box; }
body { margin: 0; font: 1rem/1.5 Arial, Helvetica, sans-serif; color: var(--ink); background: #fff; overflow-wrap: anywhere; }
header, nav, main, footer { max-width: 60rem; margin: 0 auto; padding: 0 1rem; }
header { padding-top: 2rem; }
h1, h2, h3, h4 { color: var(--accent); line-height: 1.25; margin: 2.25rem 0 0.75rem; }
h1 { font-size: 2.25rem; margin-top: 0; }
h2 { font-size: 1.5rem; } h3 { font-size: 1.25rem; } h4 { font-size: 1.1rem; }
p { margin: 0 0 0.6rem; } ul, ol { margin: 0 0 0.6rem; padding-left: 1.5rem; } li p { margin-bottom: 0.25rem; }
a { color: var(--accent); } a:focus-visible, [tabindex]:focus-visible { outline: 3px solid #b58105; outline-offset: 2px; }
.boroughs { font-size: 1.2rem; color: var(--quiet); } .quiet, .label { color: var(--quiet); }
.label { font-weight: bold; } .lead { color: var(--quiet); }
nav ol { list-style: none; padding-left: 0; } nav ol ol { padding-left: 1.5rem; }
table { border-collapse: collapse; width: 100%; margin: 0.5rem 0 1.25rem; border-block: 1px solid var(--rule); }
caption { text-align: left; font-weight: bold; padding: 0.5rem 0; }
th, td { text-align: left; vertical-align: top; padding: 0.5rem; border-top: 1px solid var(--rule); }
thead th { background: var(--head); color: var(--accent); }
.items th[scope="row"] { white-space: nowrap; } td > :last-child, th > :last-child { margin-bottom: 0; }
.wide { overflow-x: auto; } tr:target, h2:target, h3:target, h4:target { background: #fff6d6; }
.skip { position: absolute; left: -100rem; } .skip:focus { position: static; display: inline-block; padding: 0.5rem; }
footer { margin-top: 3rem; padding-top: 1rem; padding-bottom: 2rem; border-top: 1px solid var(--rule); color: var(--quiet); }
@media (max-width: 30rem) { th, td { padding: 0.4rem 0.3rem; } h1 { font-size: 1.75rem; } }
@media print {
  @page { size: A4; margin: 2cm; }
  body { font-size: 10.5pt; } header, nav, main, footer { max-width: none; padding-left: 0; padding-right: 0; }
  .skip { display: none; } thead { display: table-header-group; } tr { break-inside: avoid; }
  h1, h2, h3, h4, caption { break-after: avoid; } nav a { text-decoration: none; color: inherit; }
  main a[href^="http"]::after { content: " (" attr(href) ")"; font-size: 0.9em; overflow-wrap: anywhere; }
}
`;
