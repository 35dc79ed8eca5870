import os
from urllib.request import urlopen

text = urlopen(os.environ["BAOGAO"] + "reports/330200/2020/report.md").read().decode()
_, _, body = text.split("---\n", 2)  # 开头是元数据
print(body.count("就业"))
