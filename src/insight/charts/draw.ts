import { BarChart, HeatmapChart, LineChart } from 'echarts/charts';
import { GridComponent, MarkPointComponent, VisualMapComponent } from 'echarts/components';
import { type EChartsCoreOption, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { type Html, html, raw } from '../report/html.ts';
import { colour, withVariables } from './colours.ts';

export type Drawing = { readonly height: number; readonly option: EChartsCoreOption };
export type Size = { readonly width: number; readonly narrow: boolean };

/** Width of the drawing for phones; wider screens get the drawing for their column. */
const narrowWidth = 330;

/**
 * One chart, drawn twice: for a wide column and for a phone, because a picture scaled down to a phone can't be read.
 * CSS shows one of them; the other is hidden from screen readers too. `title` says what the picture shows.
 */
export function draw(id: string, title: string, width: number, build: (size: Size) => Drawing): Html {
  return html`<div class="chart">${svg(`${id}-w`, 'wide', title, { width, narrow: false }, build)}${svg(`${id}-n`, 'narrow', title, { width: narrowWidth, narrow: true }, build)}</div>`;
}

function svg(id: string, shown: 'wide' | 'narrow', title: string, size: Size, build: (size: Size) => Drawing): Html {
  register();
  const { height, option } = build(size);
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: size.width, height });
  try {
    chart.setOption({ animation: false, textStyle: { fontFamily: 'inherit', fontSize: 12, color: colour('muted') }, ...option });
    return html`<figure class="${shown}">${raw(dress(chart.renderToSVGString(), id, title, size.width, height))}</figure>`;
  } finally {
    chart.dispose();
  }
}

/** Only the parts that our charts are made of; registering them again changes nothing. */
const register = (): void => use([BarChart, HeatmapChart, LineChart, GridComponent, MarkPointComponent, VisualMapComponent, SVGRenderer]);

/** Makes the engine's picture ours: scalable, titled, its ids unique in the page, its colours variables, its fonts the page's. */
function dress(drawn: string, id: string, title: string, width: number, height: number): string {
  const body = drawn
    .replace(/^<svg[^>]*>/, '')
    .replace(/<\/svg>\s*$/, '')
    .replaceAll(/<style[\s\S]*?<\/style>/g, '')
    .replaceAll(/<[^>]*>/g, (tag) => tidyTag(tag, id));
  const titled = html`<title id="${id}-t">${title}</title>`.html;
  return `<svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="${id}-t">${titled}${body}</svg>`;
}

/** Tags only: what is written between them is the shop's own text. */
const tidyTag = (tag: string, id: string): string =>
  withVariables(tag)
    .replaceAll(/\s(?:class|ecmeta_[a-z_]+|xml:space|pointer-events)="[^"]*"| fill="#000"/g, '')
    .replaceAll(/\bzr\d+-/g, `${id}-`)
    .replaceAll(/;*font-family:inherit;*/g, ';')
    .replaceAll(/ style="font-size:12px;+"/g, '')
    .replaceAll(/(\d+\.\d{2})\d+/g, '$1');
