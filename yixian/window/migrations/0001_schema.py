import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [('window', '0001_initial'), ('window', '0002_files')]

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Drawer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('mark', models.BinaryField(max_length=32, unique=True, verbose_name='标记')),
                ('content', models.BinaryField(verbose_name='暂存内容（已加密）')),
                ('in_use', models.BooleanField(default=False, verbose_name='已填写')),
                ('until', models.DateTimeField(verbose_name='清除时间')),
                ('tries', models.PositiveSmallIntegerField(default=0, verbose_name='已收材料次数')),
            ],
            options={
                'verbose_name': '暂存匣',
                'verbose_name_plural': '暂存匣',
                'indexes': [models.Index(fields=['in_use', 'until'], name='window_drawer_to_clear')],
            },
        ),
        migrations.CreateModel(
            name='DrawerFile',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveSmallIntegerField(verbose_name='次序')),
                ('size', models.PositiveIntegerField(verbose_name='字节数')),
                ('label', models.BinaryField(verbose_name='名称和类别（已加密）')),
                ('content', models.BinaryField(verbose_name='内容（已加密）')),
                ('drawer', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='files', to='window.drawer', verbose_name='暂存匣')),
            ],
            options={
                'verbose_name': '暂存材料',
                'verbose_name_plural': '暂存材料',
                'ordering': ['drawer', 'position'],
                'constraints': [models.UniqueConstraint(fields=('drawer', 'position'), name='window_drawer_file_has_one_place')],
            },
        ),
    ]
