select * from {{ source('raw', 'quality_results') }}
