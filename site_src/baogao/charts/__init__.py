"""Charts that answer a reader's question, built from what reports state.

A chart of fewer than two lanes would say less than its sentence: it is left out.
"""
from baogao.charts.across import area_charts, indicator_charts
from baogao.charts.chart import Cell, Chart
from baogao.charts.report import report_charts

__all__ = ["Cell", "Chart", "area_charts", "indicator_charts", "report_charts"]
