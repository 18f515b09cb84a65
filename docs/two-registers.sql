WITH acknowledged AS (
  SELECT organisation,
         count(*) FILTER (state = 'met') AS in_time,
         count(*) FILTER (state IN ('late', 'overdue')) AS late
  FROM 'tables/*/deadlines.parquet'
  WHERE term = 'acknowledgement'
  GROUP BY organisation
)
SELECT organisation,
       count(*) AS received,
       count(*) FILTER (verdict IN ('founded', 'partly-founded')) AS upheld,
       any_value(in_time) AS in_time,
       any_value(late) AS late,
       median(closed - received) AS median_days
FROM 'tables/*/cases.parquet' JOIN acknowledged USING (organisation)
GROUP BY organisation
ORDER BY organisation;
