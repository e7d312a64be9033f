from typing import Any

from django.db import migrations, models


def rank_the_fullest_first(apps: Any, schema_editor: Any) -> None:
    """Keep which version is the fullest; the next analysis orders the others."""
    apps.get_model('articles', 'Version').objects.filter(fullest=False).update(rank=1)


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0008_former_statements'),
    ]

    operations = [
        migrations.AddField(
            model_name='version',
            name='rank',
            field=models.PositiveSmallIntegerField(default=0, help_text='Its place among the versions of the statement, the fullest being 0.'),
        ),
        migrations.RunPython(rank_the_fullest_first, migrations.RunPython.noop, elidable=True),
        migrations.RemoveField(
            model_name='version',
            name='fullest',
        ),
    ]
