package io.smartcrm.forecast.forecasting;

/** Takes the season out if there is one, lets another model continue what remains, and puts the season back. */
final class Deseasonalised implements Model {
    private final Model model;

    Deseasonalised(Model model) {
        this.model = model;
    }

    @Override
    public Projection project(double[] values, int length, int period, int horizon) {
        if (!Seasonality.isPresent(values, length, period)) {
            return model.project(values, length, 1, horizon);
        }
        Seasonality season = Seasonality.of(values, length, period);
        Projection adjusted = model.project(season.remove(values, length), length, 1, horizon);
        season.restore(adjusted, length);
        return adjusted;
    }
}
