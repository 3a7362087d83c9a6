from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [('trail', '0001_initial')]

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Entry',
            fields=[
                ('seq', models.PositiveBigIntegerField(primary_key=True, serialize=False, verbose_name='序号')),
                ('at', models.DateTimeField(db_index=True, verbose_name='时间')),
                ('actor', models.CharField(db_index=True, max_length=40, verbose_name='何人')),
                ('organ', models.PositiveBigIntegerField(null=True, verbose_name='机构')),
                ('act', models.CharField(db_index=True, max_length=60, verbose_name='何事')),
                ('subject', models.CharField(blank=True, db_index=True, max_length=160, verbose_name='对何记录')),
                ('outcome', models.CharField(choices=[('done', '完成'), ('refused', '被拒绝'), ('failed', '未成功')], max_length=8, verbose_name='结果')),
                ('why', models.CharField(blank=True, max_length=60, verbose_name='缘由')),
                ('prev', models.CharField(max_length=64, verbose_name='前一条的摘要')),
                ('hash', models.CharField(max_length=64, verbose_name='摘要')),
            ],
            options={
                'verbose_name': '留痕',
                'verbose_name_plural': '留痕',
                'ordering': ['seq'],
            },
        ),
    ]
