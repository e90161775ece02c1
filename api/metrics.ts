type Series = { count: number; seconds: number; readonly buckets: number[] }

/** Counters of answers, for Prometheus. */
export type Metrics = {
  count(method: string, route: string, status: number, milliseconds: number): void
  /** In Prometheus' text format. */
  render(gauges: { readonly [name: string]: number }): string
}

/** Upper edges, in seconds. */
const edges = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

/** Fresh counters. */
export function createMetrics(): Metrics {
  const all = new Map<string, Series>()
  return {
    count(method, route, status, milliseconds) {
      const labels = `method="${method}",route="${route}",status="${status}"`
      const series = all.get(labels) ?? { count: 0, seconds: 0, buckets: edges.map(() => 0) }
      all.set(labels, series)
      const seconds = milliseconds / 1000
      series.count += 1
      series.seconds += seconds
      edges.forEach((edge, index) => {
        if (seconds <= edge) series.buckets[index] = (series.buckets[index] ?? 0) + 1
      })
    },
    render(gauges) {
      const lines = [...all].flatMap(([labels, series]) => renderSeries(labels, series))
      const values = Object.entries(gauges).flatMap(([name, value]) => [`# TYPE conveyance_${name} gauge`, `conveyance_${name} ${value}`])
      return ['# TYPE conveyance_http_seconds histogram', ...lines, ...values, ''].join('\n')
    },
  }
}

function renderSeries(labels: string, { count, seconds, buckets }: Series): string[] {
  const name = 'conveyance_http_seconds'
  return [
    ...edges.map((edge, index) => `${name}_bucket{${labels},le="${edge}"} ${buckets[index]}`),
    `${name}_bucket{${labels},le="+Inf"} ${count}`,
    `${name}_sum{${labels}} ${seconds.toFixed(6)}`,
    `${name}_count{${labels}} ${count}`,
  ]
}
