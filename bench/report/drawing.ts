import { init, type EChartsOption } from 'echarts';
import type { Plot, ResultRow } from '../result-rows.js';
import { workloadName } from './demand-lines.js';

const size = { width: 880, height: 440 };
const colours = ['#0b6e4f', '#c8553d', '#3d5a80', '#b8860b', '#6a4c93', '#7a7a7a', '#1b998b'];

/** A workload measured beside another of ours is no contestant. */
const peersDrawn = ['hand', 'fn', 'rest', 'typical', 'emmett', 'limit'];

/** As SVG text, by file name without its end. */
export function drawings(rows: readonly ResultRow[], plots: readonly Plot[]): ReadonlyMap<string, string> {
  const drawn = plots.map((plot) => [plot.name, draw(curves(plot))] as const);
  return new Map(rows.length > 0 ? [['throughput', draw(bars(rows))] as const, ...drawn] : drawn);
}

function draw(option: EChartsOption): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, ...size });
  chart.setOption({ animation: false, color: colours, backgroundColor: '#ffffff', ...option });
  const svg = chart.renderToSVGString();
  chart.dispose();
  return `${still(svg)}\n`;
}

/** Without what is for a pointer only, and is counted up from one plot to the next: the same results draw the same bytes. */
function still(svg: string): string {
  return svg
    .replaceAll(/<style[^]*?<\/style>/g, '')
    .replaceAll(/ (?:class|ecmeta_\w+)="[^"]*"/g, '')
    .replaceAll(/\bzr\d+-/g, '');
}

/** Every contestant beside the product, which is 1: workloads of any speed on one axis. */
function bars(rows: readonly ResultRow[]): EChartsOption {
  const shown = rows.filter(({ peers }) => Object.keys(peers).length > 0);
  const names = peersDrawn.filter((name) => shown.some(({ peers }) => name in peers));
  const relative = ({ product, peers }: ResultRow, name: string) => {
    const peer = peers[name];
    return peer === undefined ? null : Number((peer.perSecond / product.perSecond).toPrecision(3));
  };
  return {
    title: { text: 'Throughput of each contestant; the product is 1', left: 'center' },
    legend: { top: 44 },
    grid: { left: 150, right: 24, top: 90, bottom: 110 },
    xAxis: { type: 'category', data: shown.map(workloadName), axisLabel: { rotate: 24, interval: 0 } },
    yAxis: { type: 'value' },
    series: [
      { name: 'product', type: 'line', data: shown.map(() => 1), symbol: 'none', lineStyle: { type: 'dashed' } },
      ...names.map((name) => ({ name, type: 'bar' as const, data: shown.map((row) => relative(row, name)) })),
    ],
  };
}

function curves({ title, x, y, curves: all }: Plot): EChartsOption {
  const axis = ({ title: name, logarithmic }: Plot['x']) => ({
    name,
    nameLocation: 'middle' as const,
    type: logarithmic ? ('log' as const) : ('value' as const),
  });
  return {
    title: { text: title, left: 'center' },
    legend: { top: 44 },
    grid: { left: 72, right: 24, top: 90, bottom: 56 },
    xAxis: { ...axis(x), nameGap: 30 },
    yAxis: { ...axis(y), nameGap: 50, ...(y.logarithmic ? {} : { min: 0 }) },
    series: all.map(({ name, points }) => ({ name, type: 'line', data: points.map(([at, value]) => [at, value]) })),
  };
}
