package dev.parley.app.desk;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./parley desk check FILE}: 0 if the file is right, 1 with a line for each mistake. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Check a desk file and its texts; every mistake is named with its line and what would be right.")
public final class DeskCheckCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "The desk file, such as desks/pro-support.yaml.")
    private Path file = Path.of("");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        return switch (DeskFile.load(file)) {
            case DeskFile.Loaded.Good(var desk) -> {
                out.println(file + ": ok: " + summary(desk));
                yield 0;
            }
            case DeskFile.Loaded.Bad(var problems) -> {
                problems.forEach(out::println);
                out.println(problems.size() + (problems.size() == 1 ? " problem" : " problems"));
                yield 1;
            }
        };
    }

    private static String summary(Desk desk) {
        return desk.policy().categories().size() + " categories, " + funding(desk) + ", languages " + desk.languages();
    }

    private static String funding(Desk desk) {
        return switch (desk.funding()) {
            case Funding.Credits(var packages) ->
                packages.offers().offers().size() + " packages" + provisional(packages.provisional());
            case Funding.Points _ -> "points by contract";
            case Funding.Hours(var hours) ->
                hours.packages().size() + " packages of hours" + provisional(hours.provisional());
        };
    }

    private static String provisional(boolean provisional) {
        return provisional ? " (prices provisional)" : "";
    }
}
