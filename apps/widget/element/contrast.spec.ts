import { colourIn, contrast } from './contrast.js';

test('contrast is that of WCAG', () => {
  expect(contrast('rgb(0, 0, 0)', 'rgb(255, 255, 255)')).toBeCloseTo(21, 5);
  expect(contrast('rgb(0, 102, 204)', 'rgb(255, 255, 255)')).toBeCloseTo(5.57, 1);
  expect(contrast('color(srgb 0 0.4 0.8)', 'rgb(255, 255, 255)')).toBeCloseTo(5.57, 1);
});

test('what shows through, or is no colour, cannot be told', () => {
  expect(colourIn('rgba(0, 0, 0, 0)')).toBeUndefined();
  expect(colourIn('oklch(0.5 0.1 200)')).toBeUndefined();
  expect(contrast('transparent', 'rgb(0, 0, 0)')).toBeUndefined();
});
